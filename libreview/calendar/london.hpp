#pragma once

#include <string>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"

namespace review {

/// The civil day in London at that instant. Summer time is the rule in force since 1996: one hour ahead of UTC from
/// 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Act 1972, as amended
/// by the Summer Time Order 2002). Instants before 1996 are read by the same rule.
[[nodiscard]] Date london_day(Instant instant);

/// The instant at which that day begins in London. Every day begins once: the clocks change at 01:00 UTC, never at
/// midnight.
[[nodiscard]] Instant start_of_london_day(Date day);

/// The time of day in London at that instant: `09:30`.
[[nodiscard]] std::string london_time(Instant instant);

}  // namespace review
