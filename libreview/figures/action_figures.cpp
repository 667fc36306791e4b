#include "libreview/clocks/reading.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

/// An action as its entries say by the end of the period.
struct ActionStanding {
  std::string agreed_by{};
  std::string agreed_on{};
  v1::Progress progress = v1::PROGRESS_UNSPECIFIED;
  std::string completed_on{};
};

ActionStanding standing_of(const CountedCase& one, const std::string& action, Date end) {
  ActionStanding standing;
  for (const auto& entry : one.entries) {
    if (!is_by(entry.occurred_on(), end)) continue;
    if (entry.has_action_agreed() && entry.action_agreed().action() == action) {
      standing.agreed_by = entry.entry();
      standing.agreed_on = entry.occurred_on();
    }
    if (!entry.has_action_updated() || entry.action_updated().action() != action) continue;
    standing.progress = entry.action_updated().progress();
    standing.completed_on = standing.progress == v1::PROGRESS_COMPLETE ? entry.occurred_on() : std::string();
  }
  return standing;
}

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
  for (const auto& one : asked.cases) {
    const auto lines = runs(one.file, asked.law, asked.calendar);
    for (const auto& action : one.file.actions()) {
      const auto standing = standing_of(one, action.action(), asked.end());
      if (standing.agreed_on.empty()) continue;
      if (!standing.completed_on.empty() && standing.completed_on < asked.period.from.iso()) continue;
      const bool late = standing.completed_on.empty() && was_overdue(lines, action.action(), asked.end());
      count_in(table, choice_row(*v1::Progress_descriptor(), standing.progress), late ? "overdue" : "in-time",
               {one.file.case_(), standing.agreed_by, action.action()});
    }
  }
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

}  // namespace review
