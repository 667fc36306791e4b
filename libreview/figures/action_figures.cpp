#include "libreview/clocks/reading.hpp"
#include "libreview/figures/actions_at.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

/// Whether the clock of the action was overdue on the day, as the screens of that day show it.
bool was_overdue(const std::vector<Line>& lines, const std::string& action, Date day) {
  for (const auto& line : lines) {
    if (line.rule->id == "action" && line.subject == action)
      return state_on(*line.rule, line.runs.back(), day) == v1::CLOCK_STATE_OVERDUE;
  }
  return false;
}

}  // namespace

FigureTable action_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::Progress_descriptor());
  rows.push_back({"not-recorded", "No update yet"});
  auto table =
      empty_table(rule, std::move(rows), {{"in-time", "Not overdue"}, {"overdue", "Overdue at the end of the period"}});
  each_counted(asked, [&](const CountedCase& one) {
    const auto lines = runs(one.file, asked.law, asked.calendar);
    for (const auto& action : actions_at(one, asked.end())) {
      if (!is_of_period(action, asked.period)) continue;
      const bool late = !action.complete() && was_overdue(lines, action.action(), asked.end());
      count_in(table, choice_row(*v1::Progress_descriptor(), action.progress()), late ? "overdue" : "in-time",
               {one.file.case_(), action.entry(), action.action()});
    }
  });
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

}  // namespace review
