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

}  // namespace reviewd
