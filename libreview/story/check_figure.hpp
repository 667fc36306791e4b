#pragma once

#include <optional>
#include <string>

#include "libreview/calendar/date.hpp"
#include "libreview/story/cast.hpp"
#include "libreview/story/story.hpp"
#include "libreview/story/story_rules.hpp"
#include "libreview/story/world.hpp"

namespace review {

/// Why a figure of the yearly report does not hold; empty where it does. It is counted over the records of the story
/// alone, for the reported year that the day lies in.
[[nodiscard]] std::string check_figure(const Expectation& expected, World& world, const Cast& cast,
                                       const StoryRules& rules, std::optional<Date> as_at, Date today);

}  // namespace review
