#pragma once

#include <string_view>

#include "libreview/base/refusal.hpp"

namespace review {

/// The refusal (`not-in-this-stage`) of a new record of a sort that begins with an entry that opens none.
[[nodiscard]] Refusal cannot_begin(std::string_view sort, std::string_view label);

}  // namespace review
