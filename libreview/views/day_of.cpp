#include "libreview/views/day_of.hpp"

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"

namespace review {

std::string day_of(const v1::Entry& entry) {
  if (!entry.occurred_on().empty()) return entry.occurred_on();
  const auto recorded = parse_instant(entry.recorded_time());
  return recorded ? london_day(*recorded).iso() : std::string();
}

}  // namespace review
