#include "libreview/record/known_later.hpp"

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"

namespace review {

std::string known_later(const v1::Entry& entry) {
  const auto recorded = parse_instant(entry.recorded_time());
  if (!recorded) return {};
  const auto day = london_day(*recorded).iso();
  return day > entry.occurred_on() ? day : std::string();
}

}  // namespace review
