#pragma once

#include <vector>

#include "libreview/figures/figure_table.hpp"
#include "libreview/law/figure_rules.hpp"
#include "libreview/learning/learned_record.hpp"

namespace review {

/// Into which periods time is cut: years as they are reported, or their quarters.
enum class Periods { years, quarters };

/// So often was something found, by period and by source of assurance: a row for each period from the first to the
/// last, also where nothing was found in it, and one for what was found over several; a column for each source that
/// found anything.
[[nodiscard]] FigureTable occurrences(const std::vector<PlacedFinding>& findings, Periods periods,
                                      const FigureRules& rules);

/// Quarters where everything was found within two years; years otherwise.
[[nodiscard]] Periods fitting_periods(const std::vector<PlacedFinding>& findings);

}  // namespace review
