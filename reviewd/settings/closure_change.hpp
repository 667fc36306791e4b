#pragma once

#include <map>
#include <string>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "reviewd/settings/in_force.hpp"

namespace reviewd {

/// What would be settled after days off were added or taken back. `wish` has `change` (`add` or `remove`), `from`,
/// `through` (absent: `from`), and for days that are added `name` and `kind` (`closure` or `bank-holiday`). Refused
/// with a violation at the field: what is no day, more than 31 days, a day outside the calendar, a day that is off
/// already, a day to be taken back that was not settled here.
[[nodiscard]] review::Result<Settled> after_closures(Settled settled, const std::map<std::string, std::string>& wish,
                                                     const review::Calendar& calendar);

}  // namespace reviewd
