#pragma once

#include <string_view>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"

namespace review {

/// Refused, with `not-permitted`, for a role that reads nothing of cases.
[[nodiscard]] Result<void> may_read(const Reader& reader);

/// What is said of a case that there is not, and of one that the reader does not see; of a programme, where the
/// reference is of one.
[[nodiscard]] Refusal no_case(std::string_view reference = "");

}  // namespace review
