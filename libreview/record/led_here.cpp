#include "libreview/record/led_here.hpp"

#include "libreview/record/past_rapid_review.hpp"

namespace review {

void led_here(const Question& question, const v1::ReviewFile& review) {
  if (review.led_by().empty()) return;
  // Which one, the review itself says to who may see that case.
  question.findings.add(Code::not_in_this_stage, "Another case leads this review. Record it there.");
}

bool moves_stage(const v1::CaseFile& file, const v1::ReviewFile& review) {
  return review.led_by().empty() || is_past_rapid_review(file.stage());
}

}  // namespace review
