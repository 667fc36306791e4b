#include "tests/http/figure_cells.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <catch2/catch.hpp>

#include "libreview/past/read_csv.hpp"
#include "reviewd/documents/zip_file.hpp"

namespace review::service_test {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_sheet_name = 31;

std::string figure_table_id(const json::value& table) { return table.at("table").as_string().c_str(); }

/// What stands from each `begin` to the next `end`.
std::vector<std::string> each_between(const std::string& text, const std::string& begin, const std::string& end) {
  std::vector<std::string> found;
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const auto from = at + begin.size();
    found.push_back(text.substr(from, text.find(end, from) - from));
  }
  return found;
}

/// Without its tags.
std::string words_in_xml(const std::string& xml) {
  std::string words;
  bool inside = false;
  for (const char letter : xml) {
    if (letter == '<') inside = true;
    if (!inside) words += letter;
    if (letter == '>') inside = false;
  }
  return words;
}

/// The rows below the one that begins with `head`, each from its second cell.
FigureCells rows_below(const review::Sheet& sheet, const std::string& head, std::size_t columns) {
  FigureCells rows;
  bool is_below = false;
  for (const auto& row : sheet.rows) {
    // Below them are remarks.
    if (is_below && !row.cells.empty() && row.cells.front() == "Remarks on") break;
    if (is_below && std::ranges::all_of(row.cells, &std::string::empty)) continue;
    if (is_below) {
      auto cells = row.cells;
      cells.resize(columns + 1);
      rows.emplace_back(cells.begin() + 1, cells.end());
    }
    is_below = is_below || (!row.cells.empty() && row.cells.front() == head);
  }
  return rows;
}

bool is_in_sentence(const json::value& table, const json::value& row) {
  const auto& none = table.at("none").as_array();
  return std::ranges::find(none, row.at("id")) != none.end();
}

CellsByTable cells_of(const json::value& figures, bool of_text) {
  CellsByTable all;
  for (const auto& table : figures.at("tables").as_array()) {
    for (const auto& row : table.at("rows").as_array()) {
      if (of_text && is_in_sentence(table, row)) continue;
      std::vector<std::string> cells;
      for (const auto& figure : row.at("figures").as_array()) {
        const auto* value = figure.as_object().if_contains("value");
        cells.push_back(value == nullptr ? "c" : std::to_string(value->as_int64()));
      }
      all[figure_table_id(table)].push_back(std::move(cells));
    }
  }
  return all;
}

}  // namespace

CellsByTable cells_of_json(const json::value& figures) { return cells_of(figures, false); }

CellsByTable cells_of_rows_in_text(const json::value& figures) { return cells_of(figures, true); }

CellsByTable cells_of_sheets(const std::vector<review::Sheet>& sheets, const json::value& figures) {
  CellsByTable all;
  for (const auto& table : figures.at("tables").as_array()) {
    const auto name = figure_table_id(table).substr(0, longest_sheet_name);
    const auto sheet = std::ranges::find(sheets, name, &review::Sheet::name);
    INFO(name);
    REQUIRE(sheet != sheets.end());
    auto rows = rows_below(*sheet, "What", table.at("columns").as_array().size());
    if (!rows.empty()) all[figure_table_id(table)] = std::move(rows);
  }
  return all;
}

CellsByTable cells_of_odt(const std::string& odt, const json::value& figures) {
  std::vector<FigureCells> found;
  const auto members = reviewd::read_zip(odt);
  REQUIRE(members);
  const auto content = std::ranges::find(*members, "content.xml", &reviewd::ZipMember::name);
  REQUIRE(content != members->end());
  constexpr std::size_t most = 8UL * 1024 * 1024;
  const auto xml = reviewd::unpacked(odt, *content, most).value_or("");
  for (const auto& table : each_between(xml, "<table:table ", "</table:table>")) {
    FigureCells rows;
    for (const auto& row : each_between(table, "<table:table-row>", "</table:table-row>")) {
      std::vector<std::string> cells;
      for (const auto& cell : each_between(row, "<table:table-cell ", "</table:table-cell>"))
        cells.push_back(words_in_xml("<" + cell));
      rows.emplace_back(cells.begin() + 1, cells.end());
    }
    // The first row is the head.
    found.emplace_back(rows.begin() + 1, rows.end());
  }
  CellsByTable all;
  std::size_t next = 0;
  for (const auto& table : figures.at("tables").as_array()) {
    // A sentence stands for a table of which it tells every row.
    if (table.at("rows").as_array().size() == table.at("none").as_array().size()) continue;
    REQUIRE(next < found.size());
    all[figure_table_id(table)] = found[next++];
  }
  CHECK(next == found.size());
  return all;
}

FigureCells cells_of_csv(const std::string& csv, const json::value& table) {
  const auto read = review::read_csv(csv, "Sheet1");
  REQUIRE(read);
  const auto& rows = read->sheets.at(0).rows;
  const auto ids = std::ranges::find_if(rows, [](const auto& row) { return row.cells.front() == "row"; });
  REQUIRE(ids != rows.end());
  FigureCells found;
  // Below the ids stand the titles.
  for (auto row = ids + 2; row < rows.end(); ++row) {
    if (row->cells.front() == "case") break;
    if (std::ranges::all_of(row->cells, &std::string::empty)) continue;
    std::vector<std::string> cells;
    for (const auto& column : table.at("columns").as_array()) {
      const auto at = std::ranges::find(ids->cells, column.at("id").as_string().c_str());
      REQUIRE(at != ids->cells.end());
      cells.push_back(row->cells.at(static_cast<std::size_t>(at - ids->cells.begin())));
    }
    found.push_back(std::move(cells));
  }
  return found;
}

}  // namespace review::service_test
