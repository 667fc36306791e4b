#pragma once

#include <string>

#include "libreview/desk/read_cases.hpp"
#include "libreview/learning/recommendation_state.hpp"

namespace review {

/// What became of a recommendation of a record that the reader sees, by what they may see of it and of the other
/// records that have an action for it. What other records give is noted as read, and so is what bodies answered.
[[nodiscard]] RecommendationState what_became(ReadCases& cases, const std::string& record,
                                              const std::string& recommendation);

}  // namespace review
