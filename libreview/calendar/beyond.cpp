#include "libreview/calendar/beyond.hpp"

#include <fmt/format.h>

namespace review {

Refusal beyond(std::string_view asked, Date needed, const Calendar& calendar) {
  return {.code = Code::beyond_calendar,
          .says = fmt::format("{} needs {}, but the {} bank holidays are known only from {} to {}.", asked,
                              needed.words(), calendar.name(), calendar.first().words(), calendar.last().words())};
}

}  // namespace review
