#pragma once

#include <string_view>

#include "review/v1/product.pb.h"

namespace review {

/// Whether somebody of the agency can have the product by this: it went to the agency itself, to a group, in which any
/// agency may sit, or to everybody; or the agency came to the event.
[[nodiscard]] bool reaches(const v1::ProductShare& share, std::string_view agency);
[[nodiscard]] bool reaches(const v1::LearningEvent& event, std::string_view agency);
/// By any of its shares and events.
[[nodiscard]] bool reaches(const v1::Product& product, std::string_view agency);

/// What the agency said of the product last; null where it said nothing.
[[nodiscard]] const v1::ProductReception* find_reception(const v1::Product& product, std::string_view agency);

/// Somebody there answered that they understood it, or what they will change.
[[nodiscard]] inline bool confirms(const v1::ProductReception& reception) { return reception.answered() > 0; }

}  // namespace review
