#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

constexpr std::string_view reply_clock = "panel-reply";

/// Whether the case waited for the Panel on the last day of the period.
bool waited(const v1::Clock& clock, Date end) {
  return clock.clock() == reply_clock && clock.state() != v1::CLOCK_STATE_CANCELLED && is_by(clock.started_on(), end) &&
         !is_by(clock.stopped_on(), end);
}

}  // namespace

FigureTable panel_answer_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::PanelView_descriptor());
  rows.push_back({"waiting", "No answer yet"});
  auto table = empty_table(rule, std::move(rows), {{std::string(all_lines), "Number"}});
  for (const auto& one : asked.cases) {
    for (const auto& entry : one.entries) {
      if (!entry.has_panel_responded() || !asked.period.has(entry.occurred_on())) continue;
      count_in(table, choice_row(*v1::PanelView_descriptor(), entry.panel_responded().view()), all_lines,
               {one.file.case_(), entry.entry()});
    }
    for (const auto& clock : one.clocks) {
      if (waited(clock, asked.end()))
        count_in(table, "waiting", all_lines, {one.file.case_(), clock.started_by(), clock.clock()});
    }
  }
  add_row_of_all(table);
  return table;
}

}  // namespace review
