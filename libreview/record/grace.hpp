#pragma once

#include <optional>
#include <string>

#include "libreview/calendar/instant.hpp"
#include "libreview/law/partnership.hpp"

namespace review {

/// Until when a publication may be recalled that was recorded at this time (RFC 3339): so many minutes as the
/// partnership says. Nothing where the time is not known.
[[nodiscard]] std::optional<Instant> end_of_grace(const std::string& recorded_time, const Partnership& partnership);

}  // namespace review
