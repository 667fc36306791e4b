#include "libreview/story/clock_details.hpp"

#include <fmt/format.h>

namespace review {
namespace {

std::string number(bool given, int value) { return given ? std::to_string(value) : std::string("none"); }

std::string yes_or_no(bool holds) { return holds ? "yes" : "no"; }

}  // namespace

const std::vector<ClockDetail>& clock_details() {
  static const std::vector<ClockDetail> details = {
      {"due", Written::day, [](const v1::Clock& clock) { return clock.due_on(); }},
      {"left", Written::word,
       [](const v1::Clock& clock) { return number(clock.has_working_days_left(), clock.working_days_left()); }},
      {"late", Written::word,
       [](const v1::Clock& clock) { return number(clock.has_working_days_late(), clock.working_days_late()); }},
      {"day", Written::word, [](const v1::Clock& clock) { return number(clock.has_day(), clock.day()); }},
      {"started", Written::day, [](const v1::Clock& clock) { return clock.started_on(); }},
      {"start-unknown", Written::nothing, [](const v1::Clock& clock) { return yes_or_no(!clock.has_started_on()); }},
      {"stopped", Written::day, [](const v1::Clock& clock) { return clock.stopped_on(); }},
      {"runs", Written::word, [](const v1::Clock& clock) { return std::to_string(clock.runs_size()); }},
      {"law", Written::word, [](const v1::Clock& clock) { return clock.law(); }},
      {"local", Written::day, [](const v1::Clock& clock) { return clock.local().due_on(); }},
      {"later", Written::nothing, [](const v1::Clock& clock) { return yes_or_no(clock.local().later()); }},
      {"reason", Written::text, [](const v1::Clock& clock) { return clock.lateness_reason(); }},
      {"why", Written::text, [](const v1::Clock& clock) { return clock.why(); }},
      {"because", Written::text, [](const v1::Clock& clock) { return clock.start_because(); }},
  };
  return details;
}

}  // namespace review
