#include <algorithm>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/record/bodies.hpp"

namespace review {
namespace {

/// A recommendation with one body that it is made to.
struct Asked {
  Behind behind;
  std::string recommendation;
  std::string body;  ///< empty where nobody is named
  v1::RecommendationKind kind;
  v1::RecommendationAnswer answer = v1::RECOMMENDATION_ANSWER_UNSPECIFIED;
};

std::vector<Asked> made_in(const CountedCase& one, const FigureQuestion& asked) {
  std::vector<Asked> all;
  for (const auto& entry : one.entries) {
    if (!entry.has_recommendation_made() || !asked.period.has(entry.occurred_on()) ||
        !is_by(entry.occurred_on(), asked.end()))
      continue;
    const auto& made = entry.recommendation_made();
    const auto add = [&](const std::string& body) {
      const auto of = body.empty() ? made.recommendation() : made.recommendation() + " " + body;
      all.push_back({{one.file.case_(), entry.entry(), of}, made.recommendation(), body, made.kind()});
    };
    for (const auto& body : made.to()) add(body);
    if (made.to().empty()) add("");
  }
  return all;
}

void put_answers(std::vector<Asked>& all, const CountedCase& one, Date end) {
  for (const auto& entry : one.entries) {
    if (!entry.has_recommendation_answered()) continue;
    const auto& said = entry.recommendation_answered();
    if (!is_by(said.has_on() ? said.on() : entry.occurred_on(), end)) continue;
    for (auto& each : all) {
      if (each.recommendation == said.recommendation() && is_same_body(each.body, said.by()))
        each.answer = said.answer();
    }
  }
}

std::string row_of(const Asked& one) {
  if (one.body.empty()) return "to-nobody";
  return one.answer == v1::RECOMMENDATION_ANSWER_UNSPECIFIED
             ? "awaited"
             : choice_row(*v1::RecommendationAnswer_descriptor(), one.answer);
}

}  // namespace

FigureTable recommendation_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::RecommendationAnswer_descriptor());
  rows.push_back({"awaited", "No answer yet"});
  rows.push_back({"to-nobody", "Made to nobody by name"});
  auto columns = choice_rows(*v1::RecommendationKind_descriptor());
  columns.push_back({"not-recorded", "Kind not said"});
  auto table = empty_table(rule, std::move(rows), std::move(columns));
  each_counted(asked, [&](const CountedCase& one) {
    auto all = made_in(one, asked);
    put_answers(all, one, asked.end());
    for (const auto& each : all)
      count_in(table, row_of(each), choice_row(*v1::RecommendationKind_descriptor(), each.kind), each.behind);
  });
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

}  // namespace review
