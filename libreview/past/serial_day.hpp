#pragma once

#include <optional>

#include "libreview/calendar/date.hpp"

namespace review {

/// The day that a spreadsheet keeps as a number; the time of day is dropped. The usual system calls 1 January 1900 day
/// 1 and has a 29 February 1900 as day 60, which never was: that number is no day. The other system calls 1 January
/// 1904 day 0. Nothing for what is before these, or after the last day that `Date::parse` takes.
[[nodiscard]] std::optional<Date> day_of_serial(double serial, bool from_1904);

}  // namespace review
