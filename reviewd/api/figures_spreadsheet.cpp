#include "reviewd/api/figures_spreadsheet.hpp"

#include <fmt/format.h>

#include "libreview/calendar/london.hpp"
#include "reviewd/documents/write_spreadsheet.hpp"

namespace reviewd {
namespace {

constexpr std::size_t longest_name = 31;

SheetCell cell_of(const ShownPack& pack, const review::FigureTable& table, review::FigurePlace place) {
  if (pack.published && pack.why_hidden(table, place) != review::Hidden::no) return std::string(left_out);
  return table.at(place).value();
}

std::vector<SheetCell> row_of(const ShownPack& pack, const review::FigureTable& table, std::size_t row) {
  std::vector<SheetCell> cells{table.rows[row].title};
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    cells.push_back(cell_of(pack, table, {row, column}));
  if (!table.guarded || pack.published) return cells;
  std::string marked;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (pack.why_hidden(table, {row, column}) == review::Hidden::no) continue;
    marked += (marked.empty() ? "" : "; ") + table.columns[column].title;
  }
  cells.emplace_back(std::move(marked));
  return cells;
}

/// What is said of single cases, below the table: the case, and what is said.
void add_remarks(const review::FigureTable& table, Sheet& sheet) {
  if (table.remarks.empty()) return;
  sheet.rows.emplace_back();
  sheet.rows.push_back({std::string("Remarks on"), std::string("Remark")});
  for (const auto& remark : table.remarks) sheet.rows.push_back({remark.about.case_id, remark.says});
}

Sheet sheet_of(const ShownPack& pack, const review::FigureTable& table) {
  Sheet sheet{.name = table.id.substr(0, longest_name)};
  sheet.above = {
      table.title, table.note,
      fmt::format("{} to {}, as recorded by {}", pack.period.from.words(), pack.period.to.words(), pack.as_at.words()),
      pack.published ? "For publication. c: left out, because it is small or would tell what is"
                     : "OFFICIAL-SENSITIVE. Not for publication"};
  if (pack.practice) sheet.above.emplace_back("PRACTICE: everything here is invented");
  for (auto& sentence : stamp_sentences(pack.stamp)) sheet.above.push_back(std::move(sentence));
  sheet.heads.emplace_back("What");
  for (const auto& column : table.columns) sheet.heads.push_back(column.title);
  if (table.guarded && !pack.published) sheet.heads.emplace_back("Left out when published");
  for (std::size_t row = 0; row < table.rows.size(); ++row) sheet.rows.push_back(row_of(pack, table, row));
  if (!pack.published) add_remarks(table, sheet);
  return sheet;
}

}  // namespace

Response figures_spreadsheet(const ShownPack& pack) {
  std::vector<Sheet> sheets;
  for (const auto& table : pack.tables) sheets.push_back(sheet_of(pack, table));
  Response made{200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
  made.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"yearly-report-{}-to-{}.xlsx\"",
                                                               pack.period.from.iso(), pack.period.to.iso()));
  made.body = write_spreadsheet("Yearly report", sheets, review::start_of_london_day(pack.as_at));
  return made;
}

}  // namespace reviewd
