#pragma once

#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/views/filter.hpp"

namespace review {

/// The conditions of a list of clocks with those on `daysLate` written as conditions on the state and the due day,
/// which the tables can answer. `daysLate` is how many working days an overdue clock is late on the day, up to and
/// including it; a clock that is not overdue has none, whatever it is compared with. It is compared by = < <= > >=
/// with a whole number from 0 to 10,000; anything else, and fewer than 0, is `malformed`. What is due before the
/// holidays are known is later than any number of days that they reach.
[[nodiscard]] Result<std::vector<Term>> with_days_late(const std::vector<Term>& terms, Date today,
                                                       const Calendar& calendar);

}  // namespace review
