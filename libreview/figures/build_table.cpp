#include "libreview/figures/build_table.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace review {
namespace {

std::size_t index_of(const std::vector<FigureLine>& lines, std::string_view id) {
  const auto found = std::ranges::find(lines, id, &FigureLine::id);
  if (found == lines.end()) throw std::logic_error("a table of figures has no line " + std::string(id));
  return static_cast<std::size_t>(found - lines.begin());
}

void add_to(Figure& whole, const Figure& part) {
  whole.behind.insert(whole.behind.end(), part.behind.begin(), part.behind.end());
}

}  // namespace

FigureTable empty_table(const FigureTableRule& rule, std::vector<FigureLine> rows, std::vector<FigureLine> columns) {
  FigureTable table{.id = rule.id,
                    .title = rule.title,
                    .note = rule.note,
                    .guarded = rule.guarded,
                    .chart = rule.chart,
                    .categories = rule.categories,
                    .rows = std::move(rows),
                    .columns = std::move(columns)};
  for (const auto& column : rule.own_columns) table.columns[index_of(table.columns, column)].ours = true;
  table.figures.assign(table.rows.size(), std::vector<Figure>(table.columns.size()));
  return table;
}

void count_in(FigureTable& table, std::string_view row, std::string_view column, Behind behind) {
  auto& counted = table.at({index_of(table.rows, row), index_of(table.columns, column)}).behind;
  if (std::ranges::find(counted, behind) == counted.end()) counted.push_back(std::move(behind));
}

void add_row_of_all(FigureTable& table, std::string title) {
  const std::size_t last = table.rows.size();
  table.rows.push_back({std::string(all_lines), std::move(title)});
  table.figures.emplace_back(table.columns.size());
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    FigureSum sum{{last, column}, {}};
    for (std::size_t row = 0; row < last; ++row) {
      add_to(table.figures[last][column], table.figures[row][column]);
      sum.parts.push_back({row, column});
    }
    table.sums.push_back(std::move(sum));
  }
}

void add_column_of_all(FigureTable& table, std::string title) {
  const std::size_t last = table.columns.size();
  table.columns.push_back({std::string(all_lines), std::move(title)});
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    auto& figures = table.figures[row];
    figures.emplace_back();
    FigureSum sum{{row, last}, {}};
    for (std::size_t column = 0; column < last; ++column) {
      add_to(figures[last], figures[column]);
      sum.parts.push_back({row, column});
    }
    table.sums.push_back(std::move(sum));
  }
  if (table.rows.empty()) return;
  // A last row that was not added up, since one thing may stand in several rows, is no sum here either.
  const auto last_row = table.rows.size() - 1;
  const bool added_up = std::ranges::any_of(table.sums, [&](const FigureSum& sum) {
    return sum.whole.row == last_row && !sum.parts.empty() && sum.parts.front().row != last_row;
  });
  if (!added_up) return;
  FigureSum corner{{last_row, last}, {}};
  for (std::size_t row = 0; row + 1 < table.rows.size(); ++row) corner.parts.push_back({row, last});
  table.sums.push_back(std::move(corner));
}

void need_row(FigureTable& table, const FigureLine& row) {
  if (std::ranges::find(table.rows, row.id, &FigureLine::id) != table.rows.end()) return;
  table.rows.push_back(row);
  table.figures.emplace_back(table.columns.size());
}

}  // namespace review
