#pragma once

#include <vector>

#include "libreview/figures/figure_question.hpp"
#include "libreview/figures/figure_table.hpp"

namespace review {

/// Every table of `figures.toml`, in its order. The same question gives the same tables. Throws std::logic_error for a
/// table of which nothing says what it counts.
[[nodiscard]] std::vector<FigureTable> figure_pack(const FigureQuestion& asked);

}  // namespace review
