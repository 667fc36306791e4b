#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/law/theme_title.hpp"
#include "libreview/record/captured_findings.hpp"
#include "libreview/record/days.hpp"

namespace review {
namespace {

/// Something that a theme is said of: a finding, or a recommendation, which no source found.
struct Said {
  std::set<std::string> themes;
  std::optional<Date> on;  ///< the latest day on which it may have been found
  Behind behind;
  v1::AssuranceSource source = v1::ASSURANCE_SOURCE_UNSPECIFIED;
  bool is_finding = false;
};

std::vector<Said> said_in(const CountedCase& one) {
  std::vector<Said> all;
  for (const auto& entry : one.entries) {
    const auto names = names_of_findings(entry);
    std::size_t place = 0;
    for (const auto& finding : entry.learning_captured().findings()) {
      const auto& last = finding.has_found_until() ? finding.found_until() : finding.found_on();
      all.push_back({{finding.themes().begin(), finding.themes().end()},
                     latest_day(last.empty() ? entry.occurred_on() : last),
                     {one.file.case_(), entry.entry(), names[place++]},
                     finding.source(),
                     true});
    }
    if (!entry.has_recommendation_made()) continue;
    const auto& themes = entry.recommendation_made().themes();
    all.push_back({{themes.begin(), themes.end()},
                   whole_day(entry.occurred_on()),
                   {one.file.case_(), entry.entry(), entry.recommendation_made().recommendation()}});
  }
  return all;
}

/// `period` or `before`; nothing where it is after the last day that counts.
std::optional<std::string_view> column_of(const Said& said, const FigureQuestion& asked) {
  if (!said.on || !is_by(said.on->iso(), asked.end())) return std::nullopt;
  return asked.period.has(said.on->iso()) ? "period" : "before";
}

std::string theme_words(const RuleBook& law, const std::string& id) {
  const auto* list = law.list_of_theme(id);
  if (list == nullptr) return id;
  for (const auto& theme : list->themes) {
    if (theme.id == id) return theme.title;
  }
  return id;
}

std::vector<FigureLine> rows_of(const std::set<std::string>& themes, const RuleBook& law) {
  std::vector<FigureLine> rows;
  for (const auto& theme : themes) rows.push_back({theme, theme_words(law, theme)});
  return rows;
}

/// The cases and programmes in which each theme was found, by column, each by what says it first.
using Found = std::map<std::pair<std::string, std::string_view>, std::vector<Behind>>;

Found found_of(const FigureQuestion& asked) {
  Found found;
  each_counted(asked, [&](const CountedCase& one) {
    std::set<std::pair<std::string, std::string_view>> told;
    for (const auto& said : said_in(one)) {
      const auto column = column_of(said, asked);
      if (!column) continue;
      for (const auto& theme : said.themes) {
        if (!told.emplace(theme, *column).second) continue;
        found[{theme, *column}].push_back({one.file.case_(), said.behind.entry, theme});
      }
    }
  });
  return found;
}

/// A table of these themes.
FigureTable table_of_found(const Found& found, const std::set<std::string>& themes, const FigureQuestion& asked,
                           const FigureTableRule& rule) {
  auto table = empty_table(rule, rows_of(themes, asked.law),
                           {{"period", "In the period"}, {.id = "before", .title = "Before it", .cumulative = true}});
  for (const auto& [key, all] : found) {
    if (!themes.contains(key.first)) continue;
    for (const auto& behind : all) count_in(table, key.first, key.second, behind);
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      table.at({row, column}).shared = fmt::format("theme/{}/{}", table.rows[row].id, table.columns[column].id);
  }
  return table;
}

}  // namespace

FigureTable theme_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  const auto found = found_of(asked);
  std::set<std::string> themes;
  for (const auto& [key, behind] : found) themes.insert(key.first);
  return table_of_found(found, themes, asked, rule);
}

FigureTable repeat_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  const auto found = found_of(asked);
  std::set<std::string> again;
  for (const auto& [key, behind] : found) {
    if (key.second == "period" && found.contains({key.first, "before"})) again.insert(key.first);
  }
  return table_of_found(found, again, asked, rule);
}

FigureTable theme_source_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  const auto& type = *v1::AssuranceSource_descriptor();
  std::vector<Said> findings;
  std::set<std::string> themes;
  std::set<std::string> sources;
  each_counted(asked, [&](const CountedCase& one) {
    for (auto& said : said_in(one)) {
      if (!said.is_finding || column_of(said, asked) != "period") continue;
      themes.insert(said.themes.begin(), said.themes.end());
      if (!said.themes.empty()) sources.insert(choice_row(type, said.source));
      findings.push_back(std::move(said));
    }
  });
  auto columns = choice_rows(type);
  columns.push_back({"not-recorded", "Source not said"});
  std::erase_if(columns, [&](const FigureLine& line) { return !sources.contains(line.id); });
  auto table = empty_table(rule, rows_of(themes, asked.law), std::move(columns));
  for (const auto& said : findings) {
    for (const auto& theme : said.themes) count_in(table, theme, choice_row(type, said.source), said.behind);
  }
  add_column_of_all(table, "All findings");
  return table;
}

}  // namespace review
