#pragma once

#include <string>
#include <string_view>

#include "libreview/vocabulary/kinds.hpp"

namespace reviewd {

/// What somebody does who records an update of a kind: `Decide whether to notify` for `notificationDecided`. Links and
/// headings of forms say it; what was recorded is called by its label.
[[nodiscard]] std::string step_words(const review::Kind& kind);
/// The same by the name of the kind, as JSON or the law writes it; empty for no kind.
[[nodiscard]] std::string step_words(std::string_view kind);

/// Why a step is not open yet, as the API says it, for a list that names the step: `It does not fit the stage “Rapid
/// review” of this case.`
[[nodiscard]] std::string not_open_words(const std::string& why);

}  // namespace reviewd
