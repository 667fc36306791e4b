#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/past/workbook.hpp"

namespace review {

/// How much of a spreadsheet is read.
struct SheetLimits {
  int most_rows = 5000;
  int most_columns = 200;
  int most_cells = 200'000;
  int most_cell_bytes = 20'000;
};

/// A file of comma-separated values (RFC 4180) as a workbook of one sheet of that name. The separator is a comma, a
/// semicolon or a tab, whichever the first line has most of; a byte order mark is passed over. `malformed` with the
/// line for a quote that does not end and for what is not UTF-8; `too-large` beyond the limits.
[[nodiscard]] Result<Workbook> read_csv(std::string_view text, std::string name, const SheetLimits& limits = {});

}  // namespace review
