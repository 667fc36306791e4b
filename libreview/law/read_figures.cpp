#include "libreview/law/read_figures.hpp"

#include <chrono>

namespace review {
namespace {

FigureTableRule read_table(LawTable table) {
  FigureTableRule rule{.id = table.text("id"),
                       .title = table.text("title"),
                       .note = table.text("note"),
                       .clock = table.text_or_empty("clock"),
                       .guarded = table.flag("guarded"),
                       .chart = table.flag("chart"),
                       .categories = table.flag("categories"),
                       .own_columns = table.texts("own-columns")};
  table.no_other_keys();
  return rule;
}

/// The bands of one sort, in order: each ends later than the one before, and the last has no end.
std::vector<FigureBand> read_bands(LawTable& root, std::string_view key) {
  std::vector<FigureBand> bands;
  auto tables = root.tables(key);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    auto& table = tables[i];
    FigureBand band{table.text("id"), table.text("title"), table.has("below") ? table.number("below") : 0};
    const bool last = i + 1 == tables.size();
    const int before = bands.empty() ? 0 : bands.back().below;
    if (last ? band.below != 0 : band.below <= before) {
      table.refuse_at("below", "a band ends after the one before it, and the last has no end");
    }
    table.no_other_keys();
    bands.push_back(std::move(band));
  }
  return bands;
}

CodeGroup read_group(LawTable table) {
  CodeGroup group{table.text("id"), table.text("title"), table.texts("codes")};
  table.no_other_keys();
  return group;
}

SmallNumbers read_small(LawTable table) {
  SmallNumbers small{.id = table.text("id"),
                     .below = table.number("below"),
                     .references = table.citations("cites"),
                     .cites = {},
                     .grade = table.text("grade"),
                     .note = table.text("note")};
  table.no_other_keys();
  return small;
}

/// Every year has the day.
void a_day_of_every_year(LawTable& root, const FigureRules& rules) {
  constexpr auto no_leap_year = std::chrono::year(2001);
  if ((no_leap_year / static_cast<int>(rules.month) / static_cast<int>(rules.day)).ok()) return;
  root.refuse_at("day", "there is no such day in every year");
}

}  // namespace

FigureRules read_figures(LawTable root) {
  FigureRules rules;
  if (root.has("month")) rules.month = static_cast<unsigned>(root.number("month"));
  if (root.has("day")) rules.day = static_cast<unsigned>(root.number("day"));
  a_day_of_every_year(root, rules);
  for (LawTable& table : root.tables("small")) rules.small.push_back(read_small(table));
  for (LawTable& table : root.tables("table")) rules.tables.push_back(read_table(table));
  rules.ages = read_bands(root, "age");
  rules.held = read_bands(root, "held");
  for (LawTable& table : root.tables("ethnicity")) rules.ethnicity.push_back(read_group(table));
  rules.no_disability = root.texts("no-disability");
  rules.corrected_clocks = root.texts("corrected-clocks");
  rules.meeting_clock = root.text_or_empty("meeting-clock");
  rules.sent_clock = root.text_or_empty("sent-clock");
  root.no_other_keys();
  return rules;
}

}  // namespace review
