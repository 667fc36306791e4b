#include "libreview/record/stage_after.hpp"

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

v1::Stage stage_of(const v1::ReviewFile& review) {
  if (!review.declined_on().empty()) return v1::STAGE_ACTIONS;
  if (!review.published_on().empty()) return v1::STAGE_PUBLISHED;
  if (review.accepted() == 0) return v1::STAGE_REVIEW;
  return is_publishable(review.kind()) ? v1::STAGE_REPORT_ACCEPTED : v1::STAGE_ACTIONS;
}

}  // namespace

v1::Stage stage_after_outcome(const v1::CaseFile& file) {
  if (file.publishable_pending()) return v1::STAGE_REVIEW;
  for (auto review = file.reviews().rbegin(); review != file.reviews().rend(); ++review) {
    if (!review->led_by().empty() && is_review(review->kind())) return stage_of(*review);
  }
  const auto* decision = newest_outcome(file);
  return decision != nullptr && is_review(decision->outcome()) ? v1::STAGE_REVIEW : v1::STAGE_ACTIONS;
}

}  // namespace review
