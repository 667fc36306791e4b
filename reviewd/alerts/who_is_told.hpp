#pragma once

#include <set>
#include <string>
#include <string_view>

#include "libreview/alerts/addressees.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"
#include "reviewd/alerts/staff.hpp"

namespace reviewd {

/// What decides who is told of a step of a clock or a watch of a case.
[[nodiscard]] review::ToldOf told_of(const review::v1::CaseFile& file, std::string_view clock, std::string_view step,
                                     review::Date today);

/// Who will be told that a clock of a case moved, bare ids: who gets the mail about it (`addressees`). Where mails do
/// not go out, or nobody whom it concerns wants any, those in whose list of reminders it will stand because of what
/// they do in the case.
[[nodiscard]] std::set<std::string> who_is_told(const Staff& staff, bool mails, const review::v1::CaseFile& file,
                                                std::string_view clock);

}  // namespace reviewd
