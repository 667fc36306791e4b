#pragma once

#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/plan_answer.pb.h"

namespace review {

/// An improvement plan as its board sees it on the day: `file` is the programme as it stood then. What was said on the
/// day of a round was said at it. The last round is the newest before the day, so that on the day of a round the plan
/// is compared with the round before; who looks that day is told beside it, so that a first look is known as one. A
/// status that is not known is no step up or down, and neither is silence.
[[nodiscard]] v1::ImprovementPlan read_plan(const v1::CaseFile& file, Date day);

}  // namespace review
