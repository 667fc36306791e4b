#pragma once

#include <string>
#include <string_view>

#include "libreview/store/digest.hpp"
#include "libreview/store/random.hpp"

namespace review {

/// A secret that somebody reads, or is told, and types: four groups of four letters `a-z2-7`, 80 random bits.
[[nodiscard]] std::string new_typed_code(Random& random);

/// What is kept of one. Blanks, hyphens and capitals make no difference. A code of one `use` is none of another.
[[nodiscard]] Digest typed_code_digest(std::string_view use, std::string_view typed);

}  // namespace review
