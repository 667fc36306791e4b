#pragma once

#include <cstddef>
#include <string>

#include "libreview/store/random.hpp"

namespace review {

/// A random id of `length` characters `a-z2-7`, five bits each, beginning with a letter (which costs it one or so).
/// The default, for entries, cannot be guessed and does not repeat. Nothing of time or order shows in it.
[[nodiscard]] std::string random_id(Random& random, std::size_t length = 26);

}  // namespace review
