#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/past/workbook.hpp"

namespace reviewd {

/// The sheets of a spreadsheet that somebody sends: CSV, or an Excel file, which is taken apart by this program started
/// again as a reader (`end_as_reader`), held to some seconds and some memory. `media_type` is one of `media_types`.
/// Blocks, so it is not for the storage thread.
[[nodiscard]] review::Result<review::Workbook> read_sheets(std::string_view media_type, const std::string& content,
                                                           const std::stop_token& stop = {});

}  // namespace reviewd
