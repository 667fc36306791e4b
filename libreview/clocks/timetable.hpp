#pragma once

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/clock.pb.h"

namespace review {

/// The days of the rapid review laid out by the partnership's plan, counted from the notification. A moved step keeps
/// its new day; the national date never moves with it, and a step that lies after it says so.
[[nodiscard]] v1::Timetable timetable(const v1::CaseFile& case_file, const RuleBook& law, const Calendar& calendar,
                                      Date today);

}  // namespace review
