#include <algorithm>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/figures/route_of.hpp"
#include "libreview/record/case_file.hpp"

namespace review {
namespace {

/// Whether a joint agency response to a death brought the case here.
const v1::Entry* joint_response_in(const CountedCase& one) {
  const auto found = std::ranges::find_if(one.entries, [](const v1::Entry& entry) {
    return (entry.has_incident_logged() && entry.incident_logged().joint_agency_response()) ||
           (entry.has_learning_referred() && entry.learning_referred().joint_agency_response());
  });
  return found == one.entries.end() ? nullptr : &*found;
}

std::string_view became(const CountedCase& one) {
  bool reviewed = false;
  for (const auto& review : one.file.reviews()) {
    if (is_publishable(review.kind())) return "lcspr";
    reviewed = true;
  }
  const auto* outcome = newest_outcome(one.file);
  if (outcome != nullptr && is_publishable(outcome->outcome())) return "lcspr";
  if (reviewed || (outcome != nullptr && is_review(outcome->outcome()))) return "other-review";
  if (one.file.notified()) return "notified";
  return "none";
}

}  // namespace

FigureTable route_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule,
                           {{"notified", "Notified to the National Panel"},
                            {"directed", "Directed by partners below the threshold"},
                            {"logged", "Logged, and neither notified nor directed"},
                            {"contribution", "Contribution to another area's review"},
                            {"brought-in", "Brought in from before this record"}},
                           {{std::string(all_lines), "Number"}});
  for (const auto& one : asked.cases) {
    if (const auto route = route_of(one, asked); !route.empty())
      count_in(table, route, all_lines, behind_route(one, route));
  }
  add_row_of_all(table);
  return table;
}

FigureTable joint_response_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule,
                           {{"lcspr", "Led to a local child safeguarding practice review"},
                            {"other-review", "Led to another review"},
                            {"notified", "Notified, and no review"},
                            {"none", "Neither notified nor reviewed"}},
                           {{std::string(all_lines), "Number"}});
  for (const auto& one : asked.cases) {
    const auto* entry = joint_response_in(one);
    if (entry == nullptr || !asked.period.has(entry->occurred_on())) continue;
    count_in(table, became(one), all_lines, {one.file.case_(), entry->entry()});
  }
  add_row_of_all(table);
  return table;
}

}  // namespace review
