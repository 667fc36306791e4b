#pragma once

#include <ostream>

#include "libreview/story/story.hpp"
#include "libreview/story/story_rules.hpp"
#include "libreview/story/world.hpp"

namespace review {

/// Lets a story happen and writes it down with the computed dates, for a person to read. Stops at the first thing that
/// does not hold, with `file:line`, and answers whether everything held.
[[nodiscard]] bool tell_story(const Story& story, World& world, const StoryRules& rules, std::ostream& out);

}  // namespace review
