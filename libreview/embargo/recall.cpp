#include "libreview/embargo/recall.hpp"

#include "libreview/record/grace.hpp"

namespace review {
namespace {

std::optional<Instant> grace_of(const v1::ReviewFile& review, const Partnership& partnership) {
  return review.published_on().empty() ? std::nullopt : end_of_grace(review.published_time(), partnership);
}

}  // namespace

std::optional<Instant> recall_until(const v1::ReviewFile& review, const Partnership& partnership) {
  return review.taken_down_on().empty() ? grace_of(review, partnership) : std::nullopt;
}

bool is_out(const v1::ReviewFile& review, const Partnership& partnership, Instant now) {
  return review.taken_down_on().empty() && has_been_out(review, partnership, now);
}

bool has_been_out(const v1::ReviewFile& review, const Partnership& partnership, Instant now) {
  if (review.published_on().empty()) return false;
  const auto end = grace_of(review, partnership);
  return !end || *end <= now;
}

}  // namespace review
