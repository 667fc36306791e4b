#pragma once

#include <string>

#include "libreview/store/random.hpp"

namespace review {

/// A code of six digits that is mailed to somebody: every one is as likely as any other.
[[nodiscard]] std::string six_digits(Random& random);

}  // namespace review
