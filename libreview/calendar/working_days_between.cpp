#include <fmt/format.h>

#include "libreview/calendar/beyond.hpp"
#include "libreview/calendar/counting.hpp"

namespace review {

Result<int> working_days_between(Date after, Date through, const Calendar& calendar) {
  int working = 0;
  for (Date day = after.plus_days(1); day <= through; day = day.plus_days(1)) {
    if (!calendar.covers(day)) {
      return refuse(beyond(fmt::format("Counting the working days after {} up to {}", after.words(), through.words()),
                           day, calendar));
    }
    if (calendar.working(day)) ++working;
  }
  return working;
}

}  // namespace review
