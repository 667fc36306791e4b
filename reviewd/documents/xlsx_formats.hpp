#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/documents/xlsx_parts.hpp"

namespace reviewd {

/// Whether a number format shows a day: `dd/mm/yyyy`, `mmm-yy`. One that shows only a time of day does not.
[[nodiscard]] bool shows_a_day(std::string_view format_code);

/// Of each cell format of the file, whether it shows a day.
[[nodiscard]] review::Result<std::vector<bool>> day_formats(XlsxParts& parts, const std::string& styles);

}  // namespace reviewd
