#include "libreview/figures/behind_review.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/counted_reviews.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/figures/route_of.hpp"

namespace review {
namespace {

/// The newest decision on the referral by the end of the period; null where there was none.
const v1::DecisionFile* decided_by(const CountedCase& one, Date end) {
  const v1::DecisionFile* newest = nullptr;
  for (const auto& decision : one.file.decisions()) {
    if (decision.kind() == "referral-decided" && is_by(decision.decided_on(), end)) newest = &decision;
  }
  return newest;
}

}  // namespace

FigureTable directed_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::ReferralOutcome_descriptor());
  rows.push_back({"waiting", "Waiting for a decision"});
  auto table = empty_table(rule, std::move(rows), {{std::string(all_lines), "Number"}});
  for (const auto& one : asked.cases) {
    const auto route = route_of(one, asked);
    if (route != "directed") continue;
    const auto* decision = decided_by(one, asked.end());
    const auto behind = behind_route(one, route);
    if (decision == nullptr) {
      count_in(table, "waiting", all_lines, behind);
    } else {
      count_in(table, choice_row(*v1::ReferralOutcome_descriptor(), decision->referral()), all_lines,
               {one.file.case_(), decision->entry()});
    }
  }
  add_row_of_all(table);
  return table;
}

FigureTable spotlight_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule,
                           {{"completed", "Spotlight reviews completed"},
                            {"under-way", "Spotlight reviews under way"},
                            {"learning-briefing", "Referrals that became a learning briefing"},
                            {"no-further-action", "Referrals that needed nothing further"}},
                           {{std::string(all_lines), "Number"}});
  for (const auto& counted : counted_reviews(asked)) {
    if (counted.review->kind() != v1::OUTCOME_SPOTLIGHT) continue;
    count_in(table, counted.standing == ReviewStanding::completed ? "completed" : "under-way", all_lines,
             behind_review(counted, asked));
  }
  for (const auto& one : asked.cases) {
    const auto* decision = decided_by(one, asked.end());
    if (decision == nullptr || !asked.period.has(decision->decided_on())) continue;
    const Behind behind{one.file.case_(), decision->entry()};
    const bool begun = !one.file.reviews().empty();
    if (decision->referral() == v1::REFERRAL_OUTCOME_SPOTLIGHT && !begun)
      count_in(table, "under-way", all_lines, behind);
    if (decision->referral() == v1::REFERRAL_OUTCOME_LEARNING_BRIEFING)
      count_in(table, "learning-briefing", all_lines, behind);
    if (decision->referral() == v1::REFERRAL_OUTCOME_NO_FURTHER_ACTION)
      count_in(table, "no-further-action", all_lines, behind);
  }
  add_row_of_all(table);
  return table;
}

}  // namespace review
