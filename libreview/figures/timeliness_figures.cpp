#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/calendar/date.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/clock_course.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/figures/is_clock_of.hpp"

namespace review {
namespace {

constexpr std::string_view not_recorded = "not-recorded";

std::string authority_of(const CountedCase& one) {
  return one.file.local_authority().empty() ? std::string(not_recorded) : one.file.local_authority();
}

bool is_out_of_time(v1::ClockState state) {
  return state == v1::CLOCK_STATE_OVERDUE || state == v1::CLOCK_STATE_MET_LATE;
}

/// The reason for each course of a clock; empty where none is recorded. A reason is of the newest course that was out
/// of time and had started on the day on which it is given.
std::vector<std::string> reasons_of(const CountedCase& one, const v1::Clock& clock,
                                    const std::vector<ClockCourse>& courses) {
  std::vector<std::string> reasons(courses.size());
  for (const auto& entry : one.entries) {
    if (!entry.has_lateness_explained() || entry.lateness_explained().clock() != clock.clock()) continue;
    for (std::size_t i = courses.size(); i-- > 0;) {
      if (!is_out_of_time(courses[i].state) || courses[i].started_on > entry.occurred_on()) continue;
      reasons[i] = entry.lateness_explained().reason();
      break;
    }
  }
  return reasons;
}

std::string words_of_day(const std::string& iso) {
  const auto day = Date::parse(iso);
  return day ? day->words() : iso;
}

/// A clock says how its newest course stands; this says it of one before.
std::string earlier_in_words(const ClockCourse& course) {
  return fmt::format("Done on {}, late. It was due on {}.", words_of_day(course.stopped_on),
                     words_of_day(course.due_on));
}

void remark(FigureTable& table, const Behind& about, const std::string& says, const std::string& reason) {
  table.remarks.push_back({about, says + " " + (reason.empty() ? "No reason is recorded." : reason)});
}

}  // namespace

FigureTable timeliness_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  struct Counted {
    const CountedCase* one;
    const v1::Clock* clock;
    ClockCourse course;
    std::string_view row;
    bool newest;
    std::string reason;
  };
  std::vector<Counted> counted;
  std::set<std::string> authorities;
  for (const auto& one : asked.cases) {
    for (const auto& clock : one.clocks) {
      if (!is_clock_of(clock.clock(), rule.clock)) continue;
      const auto all = courses_of(clock);
      const auto reasons = reasons_of(one, clock, all);
      for (std::size_t i = 0; i < all.size(); ++i) {
        const auto row = timeliness_row(all[i], asked);
        if (row.empty()) continue;
        counted.push_back({&one, &clock, all[i], row, i + 1 == all.size(), reasons[i]});
        authorities.insert(authority_of(one));
      }
    }
  }
  std::vector<FigureLine> columns;
  for (const auto& authority : authorities)
    columns.push_back({authority, authority == not_recorded ? "Authority not recorded" : authority});
  if (columns.empty()) columns.push_back({std::string(not_recorded), "Authority not recorded"});
  auto table = empty_table(rule,
                           {{"in-time", "In timescale"},
                            {"late", "Late"},
                            {"overdue", "Not done, and out of timescale"},
                            {"not-due", "Not done, and not due yet"},
                            {"not-computed", "No date can be given"}},
                           columns);
  for (const auto& [one, clock, course, row, newest, reason] : counted) {
    const Behind behind{one->file.case_(), course.started_by, clock->clock()};
    count_in(table, row, authority_of(*one), behind);
    if (row == "late" || row == "overdue")
      remark(table, behind, newest ? clock->says() : earlier_in_words(course), reason);
  }
  add_row_of_all(table);
  if (table.columns.size() == 1) {
    table.columns.front() = {std::string(all_lines), "Number"};
  } else {
    add_column_of_all(table, "Number");
  }
  return table;
}

}  // namespace review
