#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reviewctl {

/// What becomes of line breaks.
enum class Breaks { dropped, kept };

/// The text without control characters, which could tell a terminal to do something: each becomes a blank. So do the
/// C1 controls and the marks that turn the direction of writing.
[[nodiscard]] std::string printable(std::string_view text, Breaks breaks = Breaks::dropped);

/// How many characters a person sees, for text in UTF-8 without combining marks.
[[nodiscard]] std::size_t width_of(std::string_view text);

}  // namespace reviewctl
