#pragma once

#include <string>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "libreview/registers/contacts.hpp"

namespace reviewd {

/// How many days d have `after` < d <= `through` on which the agency works: working days of the calendar that are none
/// of its closed weekdays and none of its closed days. Refused with `beyond_calendar` outside the calendar.
[[nodiscard]] review::Result<int> agency_days_between(review::Date after, review::Date through,
                                                      const review::Agency& agency, const review::Calendar& calendar);

/// `Thursday 26 March 2026`, for a mail.
[[nodiscard]] std::string day_in_words(review::Date day);

/// When something is due, for somebody at the agency: `Thursday 26 March 2026. You have 3 working days left, as your
/// agency is closed on 24 and 25 March.` In words, whatever the calendar knows.
[[nodiscard]] std::string due_words(review::Date today, review::Date due, const review::Agency& agency,
                                    const review::Calendar& calendar);

}  // namespace reviewd
