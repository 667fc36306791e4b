#pragma once

#include <string>
#include <string_view>

namespace reviewd {

/// A text of the API in the words that practitioners use: the Panel is the National Panel, a return is an agency
/// summary, a position an agency's view, a day is written out, and so is a stage.
[[nodiscard]] std::string practice_words(std::string_view text);

}  // namespace reviewd
