#pragma once

#include <string>

#include "libreview/base/result.hpp"
#include "libreview/past/read_csv.hpp"
#include "libreview/past/workbook.hpp"

namespace reviewd {

/// The sheets of an Excel file (ECMA-376, SpreadsheetML) that are shown, as they are stored: a formula is its stored
/// value and is never worked out, nothing outside the file is looked for, a merged cell stands in each of its places.
/// A formula without a stored value and a cell that is an error leave a notice. `malformed` for what is no such file;
/// `too-large` beyond the limits, which also hold for what it unpacks to.
/// It takes as long and as much memory as the file makes it: only the process of a reader does it (`end_as_reader`).
[[nodiscard]] review::Result<review::Workbook> xlsx_sheets(const std::string& content,
                                                           const review::SheetLimits& limits = {});

}  // namespace reviewd
