#pragma once

#include <string_view>

namespace review {

/// How many letters were put wrong, left out, put in or swapped with their neighbour (optimal string alignment), where
/// that is at most `most`; `most` + 1 where it is more. Bytes are taken for letters.
[[nodiscard]] int spelling_faults(std::string_view one, std::string_view other, int most);

}  // namespace review
