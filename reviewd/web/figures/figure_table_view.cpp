#include "reviewd/web/figures/figure_table_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "reviewd/base/none_sentence.hpp"
#include "reviewd/base/short_name_words.hpp"
#include "reviewd/paper/bar_chart.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What has no words of its own is a short name: a place or a theme.
std::string line_words(const json::value& line) {
  const auto title = text_in(line, "title");
  return title == text_in(line, "id") ? place_words(title) : title;
}

json::object cell_of(const json::value& table, const json::value& row, const json::value& column,
                     const json::value& figure, const AddressOfFigure& address_of) {
  const bool told = figure.as_object().if_contains("value") != nullptr;
  json::object cell{{"column", line_words(column)},
                    {"words", told ? std::to_string(number_in(figure, "value")) : std::string("c")},
                    {"isLeftOut", told && !text_in(figure, "leftOut").empty()},
                    {"isC", !told},
                    {"address", ""}};
  if (!told || number_in(figure, "value") == 0) return cell;
  cell["address"] = address_of(text_in(row, "id"), text_in(column, "id"));
  cell["of"] = fmt::format("{}, {}: {}", text_in(table, "title"), line_words(row), line_words(column));
  return cell;
}

/// A sentence tells it. A table that comes without such a list tells each row.
bool is_none(const json::value& table, const json::value& row) {
  return std::ranges::any_of(list_in(table, "none"),
                             [&](const json::value& id) { return id.as_string() == text_in(row, "id"); });
}

std::string none_words(const json::value& table) {
  std::vector<std::string> titles;
  for (const auto& row : list_in(table, "rows")) {
    if (is_none(table, row)) titles.push_back(line_words(row));
  }
  return none_sentence(titles);
}

json::array rows_of(const json::value& table, const AddressOfFigure& address_of) {
  json::array rows;
  const auto& columns = list_in(table, "columns");
  for (const auto& row : list_in(table, "rows")) {
    if (is_none(table, row)) continue;
    json::array cells;
    const auto& figures = list_in(row, "figures");
    for (std::size_t i = 0; i < figures.size() && i < columns.size(); ++i)
      cells.push_back(cell_of(table, row, columns[i], figures[i], address_of));
    rows.push_back(json::object{{"title", line_words(row)}, {"cells", std::move(cells)}});
  }
  return rows;
}

/// By the last column; the total is no bar.
json::object chart_of(const json::value& table) {
  std::vector<Bar> bars;
  for (const auto& row : list_in(table, "rows")) {
    const auto& figures = list_in(row, "figures");
    if (text_in(row, "id") == "all" || figures.empty()) continue;
    const bool told = figures.back().as_object().if_contains("value") != nullptr;
    bars.push_back({text_in(row, "title"), told ? std::optional(number_in(figures.back(), "value")) : std::nullopt});
  }
  return bar_chart(text_in(table, "table"), text_in(table, "title"), bars);
}

}  // namespace

json::object figure_table_view(const json::value& table, const AddressOfFigure& address_of) {
  json::array columns;
  for (const auto& column : list_in(table, "columns")) columns.push_back(json::object{{"title", line_words(column)}});
  auto rows = rows_of(table, address_of);
  const bool drawn = flag_in(table, "chart") && !list_in(table, "rows").empty();
  json::object out{{"id", text_in(table, "table")},
                   {"title", text_in(table, "title")},
                   {"note", text_in(table, "note")},
                   {"guarded", flag_in(table, "guarded")},
                   {"columnCount", columns.size() + 1},
                   {"columns", std::move(columns)},
                   {"hasRows", !rows.empty()},
                   {"rows", std::move(rows)},
                   {"isEmpty", list_in(table, "rows").empty()},
                   {"none", none_words(table)},
                   {"hasChart", drawn},
                   {"chart", false}};
  if (drawn) out["chart"] = chart_of(table);
  return out;
}

}  // namespace reviewd
