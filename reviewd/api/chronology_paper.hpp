#pragma once

#include <string>
#include <vector>

#include "reviewd/api/chronology_of.hpp"
#include "reviewd/api/paper_answer.hpp"

namespace reviewd {

/// A merged chronology in a paper: what to look at, the lines by day, and whose tables they come from, below a heading
/// of that level.
[[nodiscard]] std::vector<paper::Block> chronology_blocks(const ShownChronology& shown, const AgencyNames& names,
                                                          int level);

}  // namespace reviewd
