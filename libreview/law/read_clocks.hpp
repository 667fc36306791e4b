#pragma once

#include <vector>

#include "libreview/law/clock_rule.hpp"
#include "libreview/law/law_table.hpp"

namespace review {

/// The tables `[[clock]]` with their `[[clock.version]]`. Faults are left in the reading.
[[nodiscard]] std::vector<ClockRule> read_clocks(LawTable root);

}  // namespace review
