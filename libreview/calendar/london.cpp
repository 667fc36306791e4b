#include "libreview/calendar/london.hpp"

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

Instant start_of_london_day(Date day) {
  const Instant midnight = day.days();
  return midnight - hours{summer_time(midnight - hours{1}) ? 1 : 0};
}

}  // namespace review
