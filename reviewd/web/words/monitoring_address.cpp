#include "reviewd/web/words/monitoring_address.hpp"

#include <fmt/format.h>

#include "libreview/calendar/date.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

/// The boxes of a day in an address of a page.
std::string day_boxes(const char* name, const std::string& day) {
  if (!review::Date::parse(day)) return {};
  return fmt::format("&{0}.day={1}&{0}.month={2}&{0}.year={3}", name, day.substr(8, 2), day.substr(5, 2),
                     day.substr(0, 4));
}

}  // namespace

std::string monitoring_query(const RoundShown& round) {
  return "?group=" + percent_encoded(round.group) + day_boxes("from", round.from) + day_boxes("to", round.to) +
         day_boxes("asOf", round.as_of);
}

}  // namespace reviewd
