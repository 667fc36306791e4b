#include "libreview/desk/listed_cases.hpp"

namespace review {
namespace {

/// A partnership has some hundred open cases. What is more is not kept, so that memory stays bounded.
constexpr std::size_t most = 1000;

}  // namespace

ListedCases::Made ListedCases::get(std::string_view record, std::string_view bytes, Date day,
                                   const std::function<ListedCase()>& make) {
  if (const auto found = kept_.find(record); found != kept_.end()) {
    if (found->second.bytes == bytes && found->second.day == day) return found->second.made;
    kept_.erase(found);
  }
  auto made = std::make_shared<const ListedCase>(make());
  if (kept_.size() >= most) kept_.clear();
  kept_.emplace(std::string(record), Kept{std::string(bytes), day, made});
  return made;
}

}  // namespace review
