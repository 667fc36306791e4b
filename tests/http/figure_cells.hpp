#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <vector>

#include "libreview/past/workbook.hpp"

namespace review::service_test {

/// The cells of a table row by row, as a reader sees them, without the words before them: `3`, `c`.
using FigureCells = std::vector<std::vector<std::string>>;
/// By the id of the table; of a table without rows there is nothing.
using CellsByTable = std::map<std::string, FigureCells>;

/// What `/v1/figures` answered: `c` where a figure has no value.
[[nodiscard]] CellsByTable cells_of_json(const boost::json::value& figures);
/// The same without the rows that a text tells in a sentence.
[[nodiscard]] CellsByTable cells_of_rows_in_text(const boost::json::value& figures);
/// The same of the workbook.
[[nodiscard]] CellsByTable cells_of_sheets(const std::vector<review::Sheet>& sheets, const boost::json::value& figures);
/// What the tables of the text show; stars included.
[[nodiscard]] CellsByTable cells_of_odt(const std::string& odt, const boost::json::value& figures);
/// One table as CSV; of a table without rows nothing. Marks of what is left out when published are not among them.
[[nodiscard]] FigureCells cells_of_csv(const std::string& csv, const boost::json::value& table);

}  // namespace review::service_test
