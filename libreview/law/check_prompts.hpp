#pragma once

#include <vector>

#include "libreview/law/law_check.hpp"
#include "libreview/law/prompt_rules.hpp"

namespace review {

/// The faults of `prompts.toml`; empty where it has none.
[[nodiscard]] std::vector<LawFault> check_prompts(const PromptRules& rules, const RuleBook& book);

}  // namespace review
