#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace review {

/// The one of them that fewest letters tell from the text, however it is written large or small, and at most a third of
/// its letters. Empty where none is near.
[[nodiscard]] std::string nearest(std::string_view text, const std::vector<std::string>& known);

}  // namespace review
