#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace review {

/// Small letters and figures with one blank between words: `n k` for ` N/K. `. Letters beyond ASCII stay as they are.
[[nodiscard]] std::string plain_words(std::string_view text);
/// Without blanks at either end, no-break spaces among them.
[[nodiscard]] std::string without_blanks(std::string_view text);
/// Of a cell that holds several, so many are read.
inline constexpr std::size_t most_parts_of_cell = 30;
/// The parts of a cell that holds several: at line ends and semicolons, or at the given characters; each without
/// blanks, none empty. Where there are more than are read, one more.
[[nodiscard]] std::vector<std::string> parts_of_cell(std::string_view text, std::string_view between = ";\n");
/// The beginning of what somebody wrote, to say again: 100 bytes in whole letters, and `…` where there is more.
[[nodiscard]] std::string beginning_of(std::string_view text);

}  // namespace review
