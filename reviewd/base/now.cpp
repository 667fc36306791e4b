#include "reviewd/base/now.hpp"

#include <chrono>

#include "libreview/calendar/london.hpp"

namespace reviewd {

review::Moment now(std::optional<review::Date> practice_day) {
  const auto instant = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto today = review::london_day(instant);
  if (!practice_day) return {instant, today};
  const auto since_midnight = instant - review::start_of_london_day(today);
  return {review::start_of_london_day(*practice_day) + since_midnight, *practice_day};
}

}  // namespace reviewd
