#pragma once

#include "reviewd/api/shown_pack.hpp"

namespace reviewd {

/// One table for a spreadsheet: the marking, the period and the day it is as at, what people call the rows and columns,
/// and the figures. The same pack gives the same bytes. For who may see cases, a guarded table says of each figure
/// whether it is left out of what is published, and below an empty line stand the remarks on single cases.
[[nodiscard]] Response figures_csv(const ShownPack& pack, const review::FigureTable& table);

}  // namespace reviewd
