#include <map>
#include <set>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/law/theme_title.hpp"

namespace review {
namespace {

std::set<std::string> themes_in(const v1::Entry& entry) {
  std::set<std::string> themes;
  for (const auto& finding : entry.learning_captured().findings())
    themes.insert(finding.themes().begin(), finding.themes().end());
  const auto& recommended = entry.recommendation_made().themes();
  themes.insert(recommended.begin(), recommended.end());
  return themes;
}

}  // namespace

FigureTable theme_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  struct Found {
    std::string theme;
    std::string_view column;
    Behind behind;
  };
  std::vector<Found> found;
  std::set<std::string> themes;
  for (const auto& one : asked.cases) {
    std::set<std::pair<std::string, std::string_view>> told;
    for (const auto& entry : one.entries) {
      if (!is_by(entry.occurred_on(), asked.end())) continue;
      const std::string_view column = asked.period.has(entry.occurred_on()) ? "period" : "before";
      for (const auto& theme : themes_in(entry)) {
        // A case counts once for a theme, by the entry that says it first.
        if (!told.emplace(theme, column).second) continue;
        found.push_back({theme, column, {one.file.case_(), entry.entry(), theme}});
        themes.insert(theme);
      }
    }
  }
  std::vector<FigureLine> rows;
  for (const auto& theme : themes) rows.push_back({theme, theme_title(asked.law, theme)});
  auto table = empty_table(rule, rows, {{"period", "Cases in the period"}, {"before", "Cases before it"}});
  for (const auto& one : found) count_in(table, one.theme, one.column, one.behind);
  return table;
}

}  // namespace review
