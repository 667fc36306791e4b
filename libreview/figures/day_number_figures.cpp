#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {

FigureTable day_number_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  struct Done {
    int day;
    std::string_view column;
    Behind behind;
  };
  const auto& figures = asked.law.figures();
  std::vector<Done> done;
  std::set<int> days;
  for (const auto& one : asked.cases) {
    for (const auto& clock : one.clocks) {
      const bool met = clock.clock() == figures.meeting_clock;
      const bool stopped = clock.state() == v1::CLOCK_STATE_MET || clock.state() == v1::CLOCK_STATE_MET_LATE;
      if ((!met && clock.clock() != figures.sent_clock) || !stopped || !clock.has_day()) continue;
      if (!asked.period.has(clock.stopped_on()) || !is_by(clock.stopped_on(), asked.end())) continue;
      done.push_back({clock.day(), met ? "met" : "sent", {one.file.case_(), clock.started_by(), clock.clock()}});
      days.insert(clock.day());
    }
  }
  std::vector<FigureLine> rows;
  for (const int day : days) rows.push_back({fmt::format("day-{}", day), fmt::format("Day {}", day)});
  auto table = empty_table(rule, rows, {{"met", "The panel met"}, {"sent", "Sent to the National Panel"}});
  for (const auto& one : done) count_in(table, fmt::format("day-{}", one.day), one.column, one.behind);
  add_row_of_all(table);
  return table;
}

}  // namespace review
