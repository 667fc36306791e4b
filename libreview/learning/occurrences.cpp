#include "libreview/learning/occurrences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/period.hpp"
#include "review/v1/learning.pb.h"

namespace review {
namespace {

constexpr int months_of_a_year = 12;
constexpr int months_of_a_quarter = 3;
/// As many days as fit into the quarters that are still told one by one.
constexpr int days_in_quarters = 2 * 366;
constexpr std::string_view several = "several";
constexpr std::string_view not_said = "not-recorded";

int months_of(Periods periods) { return periods == Periods::years ? months_of_a_year : months_of_a_quarter; }

/// The day in the month, or the month's last.
Date day_of_month(std::chrono::year_month month, unsigned day) {
  const auto asked = month / std::chrono::day(day);
  return asked.ok() ? Date(asked) : Date(std::chrono::sys_days(month / std::chrono::last));
}

/// The first day of the period that has the day.
Date period_start(Date day, Periods periods, const FigureRules& rules) {
  auto month = std::chrono::year(day.year() - 1) / std::chrono::month(rules.month);
  const auto step = std::chrono::months(months_of(periods));
  while (day_of_month(month + step, rules.day) <= day) month += step;
  return day_of_month(month, rules.day);
}

Date next_start(Date start, Periods periods, const FigureRules& rules) {
  const auto month = start.fields().year() / start.fields().month();
  return day_of_month(month + std::chrono::months(months_of(periods)), rules.day);
}

std::string month_words(Date day) { return fmt::format("{} {}", month_name(day.month()), day.year()); }

FigureLine line_of(Date start, Date next, Periods periods) {
  const auto last = next.plus_days(-1);
  if (periods == Periods::quarters)
    return {start.iso(), fmt::format("{} to {}", month_name(start.month()), month_words(last))};
  if (start.year() == last.year()) return {start.iso(), std::to_string(start.year())};
  return {start.iso(), fmt::format("{} to {}", month_words(start), month_words(last))};
}

std::optional<FoundWhen> span_of(const std::vector<PlacedFinding>& findings) {
  std::optional<FoundWhen> span;
  for (const auto& one : findings) {
    const auto when = found_when(one.finding);
    if (!when) continue;
    if (!span) span = when;
    span->first = std::min(span->first, when->first);
    span->last = std::max(span->last, when->last);
  }
  return span;
}

std::vector<FigureLine> rows_of(const std::vector<PlacedFinding>& findings, Periods periods, const FigureRules& rules) {
  std::vector<FigureLine> rows;
  const auto span = span_of(findings);
  if (!span) return rows;
  for (auto start = period_start(span->first, periods, rules); start <= span->last;) {
    const auto next = next_start(start, periods, rules);
    rows.push_back(line_of(start, next, periods));
    start = next;
  }
  return rows;
}

std::string row_of(const PlacedFinding& one, Periods periods, const FigureRules& rules) {
  const auto when = found_when(one.finding);
  if (!when) return std::string(several);
  const auto first = period_start(when->first, periods, rules);
  return first == period_start(when->last, periods, rules) ? first.iso() : std::string(several);
}

std::vector<FigureLine> columns_of(const std::vector<PlacedFinding>& findings) {
  const auto& type = *v1::AssuranceSource_descriptor();
  std::set<std::string> found;
  for (const auto& one : findings) found.insert(choice_row(type, one.finding.source()));
  auto columns = choice_rows(type);
  columns.push_back({std::string(not_said), "Source not said"});
  std::erase_if(columns, [&](const FigureLine& line) { return !found.contains(line.id); });
  return columns;
}

}  // namespace

Periods fitting_periods(const std::vector<PlacedFinding>& findings) {
  const auto span = span_of(findings);
  return span && span->first.days_until(span->last) >= days_in_quarters ? Periods::years : Periods::quarters;
}

FigureTable occurrences(const std::vector<PlacedFinding>& findings, Periods periods, const FigureRules& rules) {
  const FigureTableRule rule{
      .id = "occurrences",
      .title = "How often it was found",
      .note =
          "Findings under the theme, by when they were made and by what found them. A finding may be of what went "
          "well: read it before you count on it.",
      .clock = "",
      .chart = true};
  auto table = empty_table(rule, rows_of(findings, periods, rules), columns_of(findings));
  for (const auto& one : findings) {
    const auto row = row_of(one, periods, rules);
    if (row == several) need_row(table, {std::string(several), "Over several of these, or not dated"});
    count_in(table, row, choice_row(*v1::AssuranceSource_descriptor(), one.finding.source()),
             {one.record, one.finding.entry(), one.finding.finding()});
  }
  add_row_of_all(table);
  add_column_of_all(table);
  return table;
}

}  // namespace review
