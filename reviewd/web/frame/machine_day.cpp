#include "reviewd/web/frame/machine_day.hpp"

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/web/words/day_words.hpp"

namespace reviewd {

std::string machine_day_words(const PageCall& call, const std::string& instant) {
  const auto at = review::parse_instant(instant);
  if (!at) return instant;
  const auto apart = now(std::nullopt).today.days_until(call.moment.today);
  return day_words(review::london_day(*at).plus_days(apart).iso());
}

}  // namespace reviewd
