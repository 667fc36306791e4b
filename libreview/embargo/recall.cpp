#include "libreview/embargo/recall.hpp"

namespace review {
namespace {

std::optional<Instant> end_of_grace(const v1::ReviewFile& review, const Partnership& partnership) {
  const auto recorded = parse_instant(review.published_time());
  if (review.published_on().empty() || !recorded) return std::nullopt;
  return *recorded + std::chrono::minutes(partnership.recall_minutes);
}

}  // namespace

std::optional<Instant> recall_until(const v1::ReviewFile& review, const Partnership& partnership) {
  return review.taken_down_on().empty() ? end_of_grace(review, partnership) : std::nullopt;
}

bool is_out(const v1::ReviewFile& review, const Partnership& partnership, Instant now) {
  return review.taken_down_on().empty() && has_been_out(review, partnership, now);
}

bool has_been_out(const v1::ReviewFile& review, const Partnership& partnership, Instant now) {
  if (review.published_on().empty()) return false;
  const auto end = end_of_grace(review, partnership);
  return !end || *end <= now;
}

}  // namespace review
