#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"

namespace reviewd {

/// A reminder as a calendar shows it: an all-day event that takes up no time.
struct FeedEvent {
  std::string uid;      ///< stays the same for as long as there is the clock
  std::string summary;  ///< what is due, and the reference: calendars end up on telephones and shared screens
  std::string says;     ///< with a link: to the page that explains the day, or to the case
  review::Date due;
  int sequence = 0;
  bool cancelled = false;
  std::string changed;  ///< RFC 3339 UTC
};

/// The events as iCalendar (RFC 5545, RFC 7986), in the order given. The same events are the same bytes.
[[nodiscard]] std::string calendar_text(const std::vector<FeedEvent>& events);

}  // namespace reviewd
