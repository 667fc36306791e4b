#pragma once

#include "review/v1/case_file.pb.h"

namespace review {

/// The first request, meeting, position or decision after the notification takes the case into the rapid review.
inline void rapid_review_begins(v1::CaseFile& file) {
  if (file.stage() == v1::STAGE_NOTIFIED) file.set_stage(v1::STAGE_RAPID_REVIEW);
}

}  // namespace review
