#pragma once

#include "review/v1/case_file.pb.h"

namespace review {

/// Where a case stands once the Panel has no more to say: in the review that is to come; where another case leads its
/// review, as far as that one has come meanwhile; else in REVIEW where the newest outcome is one, and in ACTIONS where
/// it is not.
[[nodiscard]] v1::Stage stage_after_outcome(const v1::CaseFile& file);

}  // namespace review
