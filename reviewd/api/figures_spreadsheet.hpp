#pragma once

#include "reviewd/api/shown_pack.hpp"

namespace reviewd {

/// All tables as a workbook, a sheet for each, with the remarks on single cases below for who may see cases. The same
/// pack gives the same bytes.
[[nodiscard]] Response figures_spreadsheet(const ShownPack& pack);

}  // namespace reviewd
