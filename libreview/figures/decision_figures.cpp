#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {

FigureTable decision_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule, choice_rows(*v1::Outcome_descriptor()),
                           {{"first", "Rapid review decisions"}, {"again", "Decided again, or changed"}});
  for (const auto& one : asked.cases) {
    for (const auto& decision : one.file.decisions()) {
      const bool first = decision.kind() == "rapid-review-decided";
      if (!first && decision.kind() != "decision-reconsidered" && decision.kind() != "review-converted") continue;
      if (decision.outcome() == v1::OUTCOME_UNSPECIFIED || !asked.period.has(decision.decided_on())) continue;
      count_in(table, choice_row(*v1::Outcome_descriptor(), decision.outcome()), first ? "first" : "again",
               {one.file.case_(), decision.entry()});
    }
  }
  add_row_of_all(table);
  return table;
}

}  // namespace review
