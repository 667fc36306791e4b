#pragma once

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"

namespace review {

/// Now, as whoever asks sees it: the instant, and the London day that everything is read with. In a practice store the
/// day is the one that was set, and the instant is that day at the present time of day.
struct Moment {
  Instant now;
  Date today;
};

}  // namespace review
