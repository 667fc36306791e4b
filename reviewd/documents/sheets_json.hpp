#pragma once

#include <string>

#include "libreview/base/result.hpp"
#include "libreview/past/workbook.hpp"

namespace reviewd {

/// What a reader found in a spreadsheet, or why it took none, as it goes from its process to ours.
[[nodiscard]] std::string sheets_json(const review::Result<review::Workbook>& read);
/// The same back. `malformed` where it is not of that form: the reader may have come under the hand of who made the
/// file.
[[nodiscard]] review::Result<review::Workbook> read_sheets_json(const std::string& json);

}  // namespace reviewd
