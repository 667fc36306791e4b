#include "libreview/figures/behind_review.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/counted_reviews.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

constexpr std::string_view old_system = "serious-case-review";

std::string_view row_of(ReviewStanding standing) {
  switch (standing) {
    case ReviewStanding::in_progress:
      return "in-progress";
    case ReviewStanding::accepted:
      return "accepted";
    case ReviewStanding::completed:
      return "completed";
    case ReviewStanding::published:
      return "published";
    case ReviewStanding::declined:
      return "declined";
  }
  return {};
}

}  // namespace

FigureTable review_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule,
                           {{"in-progress", "In progress"},
                            {"accepted", "Accepted, and not published yet"},
                            {"published", "Published"},
                            {"declined", "Will not be published"},
                            {"completed", "Completed, and not for publication"}},
                           {{"statutory", "Local child safeguarding practice reviews"},
                            {std::string(old_system), "Serious case reviews of the old system"},
                            {"local", "Local reviews below the threshold"}});
  for (const auto& counted : counted_reviews(asked)) {
    const bool statutory = ends_in_publication(*counted.in, *counted.review);
    const auto column = counted.in->file.legacy() ? old_system : statutory ? "statutory" : "local";
    count_in(table, row_of(counted.standing), column, behind_review(counted, asked));
  }
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

FigureTable review_kind_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::Outcome_descriptor());
  rows.push_back({std::string(old_system), "Serious case review of the old system"});
  rows.push_back({"not-recorded", "Kind not recorded"});
  auto table = empty_table(rule, std::move(rows), {{"reviews", "Reviews"}, {"cases", "Cases that they cover"}});
  for (const auto& counted : counted_reviews(asked)) {
    const auto row = counted.in->file.legacy() ? std::string(old_system)
                                               : choice_row(*v1::Outcome_descriptor(), counted.review->kind());
    count_in(table, row, "reviews", behind_review(counted, asked));
    for (const auto* covered : counted.covers) count_in(table, row, "cases", behind_covered(counted, *covered, asked));
  }
  add_row_of_all(table);
  return table;
}

}  // namespace review
