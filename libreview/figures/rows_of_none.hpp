#pragma once

#include <cstddef>
#include <vector>

#include "libreview/figures/figure_table.hpp"
#include "libreview/figures/suppress.hpp"

namespace review {

/// The rows of a table of categories that may be told in one sentence: 0 in every column, and published in every
/// column, so that it says no more than the zeros would. The total is none of them, and there are none where they are
/// too few to be worth it.
[[nodiscard]] std::vector<std::size_t> rows_of_none(const FigureTable& table, const HiddenFigures& hidden);

}  // namespace review
