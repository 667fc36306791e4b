#include "libreview/figures/actions_at.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

/// The columns that say whether an action was complete.
constexpr std::string_view complete = "complete";
constexpr std::string_view open = "open";

/// The row of what somebody found who looked again.
std::string recheck_row(v1::RecheckFinding finding) {
  return "again-" + choice_row(*v1::RecheckFinding_descriptor(), finding);
}

}  // namespace

FigureTable impact_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::Reached_descriptor());
  rows.push_back({"not-recorded", "Nothing said of it yet"});
  auto table = empty_table(rule, std::move(rows), {{std::string(complete), "Complete"}, {std::string(open), "Open"}});
  each_counted(asked, [&](const CountedCase& one) {
    for (const auto& action : actions_at(one, asked.end())) {
      if (!is_of_period(action, asked.period)) continue;
      count_in(
          table, choice_row(*v1::Reached_descriptor(), action.reached()), action.complete() ? complete : open,
          {one.file.case_(), action.update_entry().empty() ? action.entry() : action.update_entry(), action.action()});
    }
  });
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

FigureTable changed_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  std::vector<FigureLine> rows{{"checked", "Somebody else checked, with evidence"},
                               {"changed", "Practice or outcomes changed, with evidence"}};
  for (const auto& line : choice_rows(*v1::RecheckFinding_descriptor()))
    rows.push_back({"again-" + line.id, "Looked at again: " + line.title});
  auto table = empty_table(rule, std::move(rows), {{std::string(all_lines), "Actions"}});
  each_counted(asked, [&](const CountedCase& one) {
    for (const auto& action : actions_at(one, asked.end())) {
      for (const auto& rung : action.rungs()) {
        const bool told = rung.reached() == v1::REACHED_CHECKED || rung.reached() == v1::REACHED_CHANGED;
        if (!told || !asked.period.has(rung.on())) continue;
        count_in(table, rung.reached() == v1::REACHED_CHECKED ? "checked" : "changed", all_lines,
                 {one.file.case_(), rung.entry(), action.action()});
      }
      for (const auto& look : action.rechecks()) {
        if (!asked.period.has(look.on()) || look.finding() == v1::RECHECK_FINDING_UNSPECIFIED) continue;
        count_in(table, recheck_row(look.finding()), all_lines, {one.file.case_(), look.entry(), action.action()});
      }
    }
  });
  return table;
}

}  // namespace review
