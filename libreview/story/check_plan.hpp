#pragma once

#include <optional>
#include <string>

#include "libreview/calendar/date.hpp"
#include "libreview/story/story.hpp"
#include "libreview/story/world.hpp"

namespace review {

/// Why the counts of an improvement plan, or the fields of one of its objectives, do not hold; empty where they do.
/// With `as_at` the plan is read as it stood then, on that day.
[[nodiscard]] std::string check_plan(const Expectation& expected, World& world, const std::string& programme,
                                     std::optional<Date> as_at, Date today);

}  // namespace review
