#pragma once

#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/law/prompt_rules.hpp"

namespace review {

/// `prompts.toml` from its text: `malformed`, with the place, for the first fault.
[[nodiscard]] Result<PromptRules> read_prompts(std::string_view text);
/// The one that is compiled in. Throws std::logic_error where it is not there or has a fault.
[[nodiscard]] const PromptRules& prompt_rules();

}  // namespace review
