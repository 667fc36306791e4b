#pragma once

#include <optional>
#include <string>

#include "libreview/calendar/date.hpp"
#include "libreview/story/cast.hpp"
#include "libreview/story/story.hpp"
#include "libreview/story/story_rules.hpp"
#include "libreview/story/world.hpp"

namespace review {

/// What was found instead of what was expected, in words; empty where the expectation holds. With `as_at` it is asked
/// as recorded by then.
[[nodiscard]] std::string check_expectation(const Expectation& expected, World& world, const Cast& cast,
                                            const StoryRules& rules, std::optional<Date> as_at, Date today);

}  // namespace review
