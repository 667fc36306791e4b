#pragma once

#include <string>
#include <string_view>

#include "libreview/vocabulary/names.hpp"

namespace review {

/// What the clock is about that waits for an agency to confirm a product: the same however the agency is written.
[[nodiscard]] inline std::string confirmation_subject(std::string_view agency, std::string_view product) {
  return spellings_of_body(agency).reference + ":" + std::string(product);
}

}  // namespace review
