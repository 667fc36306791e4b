#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/clock_course.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/figures/is_clock_of.hpp"
#include "libreview/record/fold.hpp"

namespace review {
namespace {

/// A course of a clock: the first is 1.
using Course = std::pair<std::string, std::size_t>;

/// Nothing where it can be said neither of being late nor of being in time.
std::optional<bool> is_late(v1::ClockState state) {
  switch (state) {
    case v1::CLOCK_STATE_OVERDUE:
    case v1::CLOCK_STATE_MET_LATE:
      return true;
    case v1::CLOCK_STATE_RUNNING:
    case v1::CLOCK_STATE_DUE_TODAY:
    case v1::CLOCK_STATE_MET:
      return false;
    default:
      return std::nullopt;
  }
}

/// The same as the period that is asked about counts it; nothing also where it counts in another.
std::optional<bool> is_late_in_period(const ClockCourse& course, const FigureQuestion& asked) {
  const auto row = timeliness_row(course, asked);
  if (row == "late" || row == "overdue") return true;
  if (row == "in-time" || row == "not-due") return false;
  return std::nullopt;
}

/// Whether each course of the clocks that are told of was late, by the record as given, on a day. One that was
/// cancelled, or has no date, is not in it. After the period that is asked about, what counts is how it counts there.
std::map<Course, bool> lateness(const std::vector<v1::Entry>& recorded, const FigureQuestion& asked, Date day) {
  const auto& told = asked.law.figures().corrected_clocks;
  const bool is_over = asked.period.to < day;
  std::map<Course, bool> late;
  for (const auto& clock : readings(fold(recorded), asked.law, asked.calendar, day)) {
    if (std::ranges::none_of(told, [&](const std::string& rule) { return is_clock_of(clock.clock(), rule); })) continue;
    std::size_t number = 0;
    for (const auto& course : courses_of(clock)) {
      ++number;
      const auto one = is_over ? is_late_in_period(course, asked) : is_late(course.state);
      if (one) late[{clock.clock(), number}] = *one;
    }
  }
  return late;
}

/// What became of a course, as a row says it.
struct Turn {
  const char* row;
  const char* title;
  const char* says;  ///< in a sentence
};

constexpr Turn to_in_time{"late-to-in-time", "Late became in time", "late became in time"};
constexpr Turn to_late{"in-time-to-late", "In time became late", "in time became late"};
constexpr Turn to_not_counted{"late-to-not-counted", "Late, and now not counted", "late, and now not counted"};

/// Nothing where it stayed what it was, and where what was in time is gone: no lateness is lost with it.
std::optional<Turn> turn_of(bool was_late, std::optional<bool> is_late_now) {
  if (is_late_now == was_late) return std::nullopt;
  if (!is_late_now) return was_late ? std::optional(to_not_counted) : std::nullopt;
  return was_late ? to_in_time : to_late;
}

std::string clock_title(const std::string& clock, const RuleBook& law) {
  const auto* rule = law.clock(std::string_view(clock).substr(0, clock.find(':')));
  return rule == nullptr ? clock : rule->title;
}

void compare(FigureTable& table, const CountedCase& one, std::size_t at, const FigureQuestion& asked, Date day) {
  const auto& entry = one.recorded[at];
  const auto here = one.recorded.begin() + static_cast<std::ptrdiff_t>(at);
  const auto before = lateness({one.recorded.begin(), here}, asked, day);
  const auto after = lateness({one.recorded.begin(), here + 1}, asked, day);
  const std::string_view column = entry.has_entry_withdrawn() ? "withdrawn" : "corrected";
  for (const auto& [course, was_late] : before) {
    const auto now = after.find(course);
    const auto turn = turn_of(was_late, now == after.end() ? std::nullopt : std::optional(now->second));
    if (!turn) continue;
    const auto& [clock, number] = course;
    const Behind behind{one.file.case_(), entry.entry(), number == 1 ? clock : fmt::format("{}-{}", clock, number)};
    count_in(table, turn->row, column, behind);
    table.remarks.push_back({behind, fmt::format("{}: {}. Recorded by {} on {}.", clock_title(clock, asked.law),
                                                 turn->says, entry.recorded_by(), day.words())});
  }
}

}  // namespace

FigureTable correction_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(
      rule,
      {{to_in_time.row, to_in_time.title}, {to_late.row, to_late.title}, {to_not_counted.row, to_not_counted.title}},
      {{"corrected", "By a correction"}, {"withdrawn", "By a withdrawal"}});
  for (const auto& one : asked.cases) {
    for (std::size_t at = 1; at < one.recorded.size(); ++at) {
      const auto& entry = one.recorded[at];
      if (!entry.has_entry_corrected() && !entry.has_entry_withdrawn()) continue;
      const auto recorded = parse_instant(entry.recorded_time());
      // A report is written when its period is over: what is corrected after it turns its figures too.
      if (!recorded || london_day(*recorded) < asked.period.from) continue;
      compare(table, one, at, asked, london_day(*recorded));
    }
  }
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

}  // namespace review
