#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "libreview/calendar/calendar.hpp"
#include "libreview/calendar/instant.hpp"

namespace review {

/// The hours of a working day in which mail goes out, by the clock on the wall in London.
struct WorkingHours {
  std::chrono::minutes from;  ///< after midnight
  std::chrono::minutes to;    ///< later than `from`, at most 24 hours: mail goes before it, not at it
};

/// `08:00-18:00`, to `00:00-24:00`; nothing for any other text, and where the end does not come after the beginning.
[[nodiscard]] std::optional<WorkingHours> parse_working_hours(std::string_view text);

/// When the hours of now began; nothing outside of them. A day beyond the holiday data counts by its weekday: mail that
/// never goes would be worse than mail on a holiday.
[[nodiscard]] std::optional<Instant> open_since(Instant now, const WorkingHours& hours, const Calendar& calendar);

/// The first beginning of hours that is not before `from`: when a daily mail goes.
[[nodiscard]] Instant next_opening(Instant from, const WorkingHours& hours, const Calendar& calendar);

/// `from` itself within the hours, else the next beginning: when a mail that is wanted straight away goes.
[[nodiscard]] Instant send_at(Instant from, const WorkingHours& hours, const Calendar& calendar);

}  // namespace review
