#pragma once

#include <string>
#include <string_view>

namespace reviewd {

/// The text with its references as the signs they stand for: those with a number, and those with a name that HTML 4 has
/// or that stand for a letter of Europe. `unknown` becomes true where one is left that no table here has.
[[nodiscard]] std::string decoded_html(std::string_view text, bool& unknown);

}  // namespace reviewd
