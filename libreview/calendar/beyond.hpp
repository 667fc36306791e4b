#pragma once

#include <string_view>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/calendar.hpp"

namespace review {

/// The refusal `beyond_calendar` in a sentence: `asked` ("Counting 5 working days from …"), the day that it needs, and
/// what the calendar covers.
[[nodiscard]] Refusal beyond(std::string_view asked, Date needed, const Calendar& calendar);

}  // namespace review
