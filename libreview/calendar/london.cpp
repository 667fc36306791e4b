#include "libreview/calendar/london.hpp"

#include <fmt/format.h>

namespace review {
namespace {

using std::chrono::hours;

/// 01:00 UTC on the last Sunday of that month.
Instant change_of_clocks(std::chrono::year year, std::chrono::month month) {
  return std::chrono::sys_days{year / month / std::chrono::Sunday[std::chrono::last]} + hours{1};
}

bool summer_time(Instant instant) {
  const auto year = std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(instant)}.year();
  return change_of_clocks(year, std::chrono::March) <= instant &&
         instant < change_of_clocks(year, std::chrono::October);
}

}  // namespace

Date london_day(Instant instant) {
  const Instant wall = instant + hours{summer_time(instant) ? 1 : 0};
  return Date{std::chrono::floor<std::chrono::days>(wall)};
}

std::string london_time(Instant instant) {
  const auto into = std::chrono::floor<std::chrono::minutes>(instant - start_of_london_day(london_day(instant)));
  // On the days when the clocks change, the wall clock is an hour off what has passed since midnight.
  const auto changed =
      hours{summer_time(instant) ? 1 : 0} - hours{summer_time(start_of_london_day(london_day(instant))) ? 1 : 0};
  const auto wall = into + changed;
  return fmt::format("{:02}:{:02}", std::chrono::duration_cast<hours>(wall).count(), wall.count() % 60);
}

Instant start_of_london_day(Date day) {
  const Instant midnight = day.days();
  return midnight - hours{summer_time(midnight - hours{1}) ? 1 : 0};
}

}  // namespace review
