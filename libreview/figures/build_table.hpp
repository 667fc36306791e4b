#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/figures/figure_table.hpp"
#include "libreview/law/figure_rules.hpp"

namespace review {

/// The id of the row or column that adds up the others.
inline constexpr std::string_view all_lines = "all";

/// A table of zeros by its rule. Throws std::logic_error where the rule keeps a column to us that is none of these.
[[nodiscard]] FigureTable empty_table(const FigureTableRule& rule, std::vector<FigureLine> rows,
                                      std::vector<FigureLine> columns);

/// Puts one more behind a figure; what stands there already is not counted twice. Throws std::logic_error where the
/// table has no such row or column.
void count_in(FigureTable& table, std::string_view row, std::string_view column, Behind behind);

/// A last row that is the sum of the rows before it, or a last column of the columns.
void add_row_of_all(FigureTable& table, std::string title = "All");
void add_column_of_all(FigureTable& table, std::string title = "All");

/// Adds the row where there is none of its id; before anything is summed.
void need_row(FigureTable& table, const FigureLine& row);

}  // namespace review
