#pragma once

#include <string>
#include <string_view>

namespace reviewd {

/// A text of the law or of the API in the terms that practitioners use: the Panel is the National Panel, a return is an
/// agency summary, a position an agency's view. A page, a mail and a calendar so name one thing alike.
[[nodiscard]] std::string practice_terms(std::string_view text);

}  // namespace reviewd
