#include "libreview/figures/rows_of_none.hpp"

#include "libreview/figures/build_table.hpp"

namespace review {
namespace {

/// Fewer stand in the table: a sentence would be no shorter.
constexpr std::size_t fewest_in_a_sentence = 3;

bool is_told_as_none(const FigureTable& table, std::size_t row, const HiddenFigures& hidden) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.at({row, column}).value() != 0) return false;
    if (hidden_in(hidden, {table.id, table.rows[row].id, table.columns[column].id}) != Hidden::no) return false;
  }
  return true;
}

}  // namespace

std::vector<std::size_t> rows_of_none(const FigureTable& table, const HiddenFigures& hidden) {
  if (!table.categories) return {};
  std::vector<std::size_t> none;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row].id != all_lines && is_told_as_none(table, row, hidden)) none.push_back(row);
  }
  return none.size() < fewest_in_a_sentence ? std::vector<std::size_t>{} : none;
}

}  // namespace review
