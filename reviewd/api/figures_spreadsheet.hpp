#pragma once

#include "reviewd/api/shown_pack.hpp"

namespace reviewd {

/// All tables as a workbook, a sheet for each. The same pack gives the same bytes.
[[nodiscard]] Response figures_spreadsheet(const ShownPack& pack);

}  // namespace reviewd
