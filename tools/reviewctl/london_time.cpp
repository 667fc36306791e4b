#include "tools/reviewctl/london_time.hpp"

#include <chrono>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"

namespace reviewctl {

std::string london_time(std::string_view rfc3339) {
  const auto instant = review::parse_instant(rfc3339);
  if (!instant) return std::string(rfc3339);
  // The hour changes at 01:00 UTC: from then on it is that of the coming midnight.
  const auto since_midnight = *instant - std::chrono::floor<std::chrono::days>(*instant);
  const auto day = review::london_day(*instant);
  const bool late = since_midnight >= std::chrono::hours(1);
  const auto begins = review::start_of_london_day(late ? day.plus_days(1) : day);
  const auto ahead = std::chrono::ceil<std::chrono::days>(begins) - begins;
  const auto shown = review::rfc3339(*instant + std::chrono::duration_cast<std::chrono::milliseconds>(ahead));
  return shown.substr(0, 10) + " " + shown.substr(11, 5);
}

}  // namespace reviewctl
