#include "reviewd/api/learned_in_parts.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "reviewd/api/in_parts.hpp"

namespace reviewd {
namespace {

/// So many records are read at once, between what others ask.
constexpr std::size_t learned_at_once = 200;

/// What was learned in the records that were read so far.
class LearnedSoFar {
 public:
  /// Where the part was asked for before and never taken, what came of it is forgotten first.
  review::Result<RestInParts::Take> next(const std::shared_ptr<LearnedSoFar>& self, Call& call, const OfLearned& make) {
    records_.erase(records_.begin() + static_cast<std::ptrdiff_t>(taken_), records_.end());
    auto part = call.desk().learned_part(after_, learned_at_once, call.reader, call.moment);
    if (!part) return review::refuse(std::move(part.error()));
    for (auto& one : part->records) records_.push_back(std::move(one));
    std::optional<Response> whole;
    if (part->next.empty()) whole = make(call, records_);
    return RestInParts::Take([self, after = std::move(part->next), whole = std::move(whole)] {
      self->taken_ = self->records_.size();
      self->after_ = after;
      return whole;
    });
  }

 private:
  std::vector<review::LearnedRecord> records_{};
  std::size_t taken_ = 0;
  std::string after_{};
};

}  // namespace

Response learned_in_parts(Call& call, OfLearned make) {
  const auto so_far = std::make_shared<LearnedSoFar>();
  return in_parts(call, [so_far, make = std::move(make)](Call& now) { return so_far->next(so_far, now, make); });
}

}  // namespace reviewd
