#include "libreview/clocks/in_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/days.hpp"

namespace review {
namespace {

std::string words(const std::string& day) {
  const auto whole = whole_day(day);
  return whole ? whole->words() : day;
}

std::string working_days(int number) { return fmt::format("{} working {}", number, number == 1 ? "day" : "days"); }

}  // namespace

std::string in_words(const v1::Clock& clock) {
  const std::string due = words(clock.due_on());
  switch (clock.state()) {
    case v1::CLOCK_STATE_NOT_STARTED:
      return "It has not started.";
    case v1::CLOCK_STATE_RUNNING:
      if (clock.minimum()) return fmt::format("It must last until {} at least.", due);
      return fmt::format("Due on {}. {} left.", due, working_days(clock.working_days_left()));
    case v1::CLOCK_STATE_DUE_TODAY:
      return fmt::format("Due today, {}.", due);
    case v1::CLOCK_STATE_OVERDUE:
      return fmt::format("Overdue. It was due on {}, {} ago.", due, working_days(clock.working_days_late()));
    case v1::CLOCK_STATE_MET:
      if (clock.minimum()) return fmt::format("It lasted until {}, as it must.", due);
      return fmt::format("Done on {}, in time for {}.", words(clock.stopped_on()), due);
    case v1::CLOCK_STATE_MET_LATE:
      return fmt::format("Done on {}, {} late. It was due on {}.", words(clock.stopped_on()),
                         working_days(clock.working_days_late()), due);
    case v1::CLOCK_STATE_CANCELLED:
      return fmt::format("It no longer applies, since {}.", words(clock.stopped_on()));
    case v1::CLOCK_STATE_NOT_COMPUTED:
      return fmt::format("No date can be given. {}", clock.why());
    default:
      return "It stands still.";
  }
}

std::string length_in_words(const ClockVersion& version) {
  if (version.length == 0) return {};
  std::string unit(unit_name(version.unit));
  std::ranges::replace(unit, '-', ' ');
  if (version.length == 1) unit.pop_back();
  return fmt::format("{} {}", version.length, unit);
}

}  // namespace review
