#pragma once

#include "review/v1/case_file.pb.h"

namespace review {

/// Whether a case has come to a review, or to what follows one. What then still passes between the partners and the
/// Panel takes it back only where the Panel asks for more.
[[nodiscard]] inline bool is_past_rapid_review(v1::Stage stage) {
  return stage == v1::STAGE_REVIEW || stage == v1::STAGE_REPORT_ACCEPTED || stage == v1::STAGE_PUBLISHED ||
         stage == v1::STAGE_ACTIONS;
}

}  // namespace review
