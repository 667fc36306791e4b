#pragma once

#include <optional>

#include "libreview/desk/moment.hpp"

namespace reviewd {

/// The moment of now by the system's clock. Where a practice day is set, it is that day at the present time of day.
[[nodiscard]] review::Moment now(std::optional<review::Date> practice_day);

}  // namespace reviewd
