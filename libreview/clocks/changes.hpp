#pragma once

#include <vector>

#include "review/v1/clock.pb.h"

namespace review {

/// How the clocks differ between two readings of a case on one day: which start, stop, move or are cancelled.
[[nodiscard]] std::vector<v1::ClockChange> changes(const std::vector<v1::Clock>& before,
                                                   const std::vector<v1::Clock>& after);

}  // namespace review
