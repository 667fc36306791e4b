#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reviewd/api/call.hpp"

namespace reviewd {

/// Cells as they are shown, line by line.
using CsvLines = std::vector<std::vector<std::string>>;

/// A list as a file for a spreadsheet: the marking and the day, then the lines, of which the first two are what the
/// schema and what people call the columns. No cell is a formula. `what` names the file.
[[nodiscard]] Response csv_file(const Call& call, std::string_view what, const CsvLines& lines);
/// More lines of that file.
void add_csv_lines(Response& file, const CsvLines& lines);

}  // namespace reviewd
