#pragma once

#include "libreview/law/figure_rules.hpp"
#include "libreview/law/law_table.hpp"

namespace review {

/// `figures.toml`. Faults are left in the reading.
[[nodiscard]] FigureRules read_figures(LawTable root);

}  // namespace review
