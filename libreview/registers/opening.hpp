#pragma once

#include <string>
#include <string_view>

namespace review {

/// What somebody opens their account with: the link that they were given and, where two people agreed to it, the code
/// that the other one was shown. Neither of the two has both, so neither becomes the person.
struct Opening {
  std::string line{};  ///< of the link: `rvw_…`
  std::string code{};  ///< as it was typed; empty: none
};

/// See `typed_code_digest`.
inline constexpr std::string_view opening_code_use = "opening";

}  // namespace review
