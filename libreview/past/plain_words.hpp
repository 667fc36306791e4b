#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace review {

/// Small letters and figures with one blank between words: `n k` for ` N/K. `. Letters beyond ASCII stay as they are.
[[nodiscard]] std::string plain_words(std::string_view text);
/// Without blanks at either end, no-break spaces among them.
[[nodiscard]] std::string without_blanks(std::string_view text);
/// The parts of a cell that holds several: at line ends and semicolons, each without blanks, none empty.
[[nodiscard]] std::vector<std::string> parts_of_cell(std::string_view text);

}  // namespace review
