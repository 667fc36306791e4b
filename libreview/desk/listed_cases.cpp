#include "libreview/desk/listed_cases.hpp"

#include <iterator>

namespace review {
namespace {

/// A partnership has some hundred open cases, and the longest list of them (`/v1/overview`) a thousand. What is more is
/// not kept, so that memory stays bounded: what was asked for longest ago goes, and no list drops what another needs.
constexpr std::size_t most = 1500;

}  // namespace

void ListedCases::drop(std::map<std::string, Kept, std::less<>>::iterator one) {
  used_.erase(one->second.used);
  kept_.erase(one);
}

ListedCases::Made ListedCases::get(std::string_view record, std::string_view bytes, Date day,
                                   const std::function<ListedCase()>& make) {
  if (const auto found = kept_.find(record); found != kept_.end()) {
    used_.splice(used_.end(), used_, found->second.used);
    if (found->second.bytes == bytes && found->second.day == day) return found->second.made;
    drop(found);
  }
  auto made = std::make_shared<const ListedCase>(make());
  if (kept_.size() >= most) drop(kept_.find(used_.front()));
  used_.emplace_back(record);
  kept_.emplace(std::string(record), Kept{std::string(bytes), day, made, std::prev(used_.end())});
  return made;
}

}  // namespace review
