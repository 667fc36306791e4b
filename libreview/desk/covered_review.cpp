#include "libreview/desk/covered_review.hpp"

#include <utility>

#include "libreview/record/case_file.hpp"

namespace review {

std::vector<CoveredReview> covered_reviews(const v1::CaseFile& file, Views& views) {
  std::vector<CoveredReview> all;
  for (const auto& review : file.reviews()) {
    CoveredReview covered{review.review(), file, review, {}};
    if (!review.led_by().empty()) {
      auto lead = views.find(review.led_by());
      const auto* there = lead ? find_review(std::as_const(*lead), review.lead_review()) : nullptr;
      if (there != nullptr) {
        covered.in_lead = *there;
        covered.lead = std::move(*lead);
      }
    }
    for (const auto& name : covered.in_lead.joins_cases()) {
      if (auto other = views.find(name)) covered.joined.push_back(std::move(*other));
    }
    all.push_back(std::move(covered));
  }
  return all;
}

}  // namespace review
