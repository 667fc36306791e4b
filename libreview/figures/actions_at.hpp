#pragma once

#include <vector>

#include "libreview/figures/figure_question.hpp"

namespace review {

/// The actions of a case or a programme as its entries up to a day say: agreed or taken at once, updated, looked at
/// again. The day is that on which things happened, not on which they were recorded.
[[nodiscard]] std::vector<v1::ActionFile> actions_at(const CountedCase& one, Date end);

/// Whether the action was open in the period or completed in it.
[[nodiscard]] bool is_of_period(const v1::ActionFile& action, const Period& period);

}  // namespace review
