#pragma once

#include "review/v1/case_file.pb.h"

namespace review {

/// REVIEW where the newest outcome is a review, else ACTIONS.
[[nodiscard]] v1::Stage stage_after_outcome(const v1::CaseFile& file);

}  // namespace review
