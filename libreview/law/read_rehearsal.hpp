#pragma once

#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/law/rehearsal_rules.hpp"

namespace review {

/// `rehearsal.toml` from its text: `malformed`, with the place, for the first fault.
[[nodiscard]] Result<RehearsalRules> read_rehearsal(std::string_view text);
/// The one that is compiled in. Throws std::logic_error where it is not there or has a fault.
[[nodiscard]] const RehearsalRules& rehearsal_rules();

}  // namespace review
