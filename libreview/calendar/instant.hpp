#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// A point in time, in UTC, to the millisecond. It has no day until a place is named: see `london_day`.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// `2026-04-02T16:00:00.123Z`, always with milliseconds, so that texts sort as the instants do.
[[nodiscard]] std::string rfc3339(Instant instant);

/// RFC 3339 with `T` and with `Z` or a numeric offset such as `+01:00`; years 1900 to 2199. Digits after the
/// milliseconds are dropped. A leap second (`:60`) is refused, since it cannot be told from the next second.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);

}  // namespace review
