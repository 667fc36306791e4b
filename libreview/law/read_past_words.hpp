#pragma once

#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/law/past_words.hpp"

namespace review {

/// Reads the text of a `past.toml`. `malformed` with file, line and column.
[[nodiscard]] Result<PastWords> read_past_words(std::string_view text);

/// Those that are compiled in.
[[nodiscard]] const PastWords& past_words();

}  // namespace review
