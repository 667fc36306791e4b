#pragma once

#include <string>

namespace review {

/// What the forms of an English word have in common: `escalation`, `escalate` and `escalated` are `escal`. By M. F.
/// Porter, An algorithm for suffix stripping, 1980. `word` is small letters; one that has others, or fewer than three,
/// is its own stem.
[[nodiscard]] std::string stem_of(std::string word);

}  // namespace review
