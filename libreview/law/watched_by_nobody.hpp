#pragma once

#include <string_view>

namespace review {

/// The value of the filter `monitoredBy` for actions that no group watches over; no group may have it as its id.
inline constexpr std::string_view watched_by_nobody = "NOBODY";

}  // namespace review
