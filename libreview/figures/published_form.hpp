#pragma once

#include <vector>

#include "libreview/figures/figure_table.hpp"

namespace review {

/// The tables as they are published, before any small number is left out: without the columns of our own view
/// (`FigureLine::ours`) and the totals that rest on them. What stays counts what it counted.
[[nodiscard]] std::vector<FigureTable> published_form(const std::vector<FigureTable>& tables);

}  // namespace review
