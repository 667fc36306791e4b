#pragma once

#include <functional>
#include <string>

#include "libreview/story/story.hpp"
#include "libreview/story/story_rules.hpp"
#include "libreview/story/world.hpp"

namespace review {

/// One thing that a story tells as it goes on.
struct Told {
  enum class What { day, deed, refusal, expectation, looked_back };
  What what;
  int line;          ///< 0 for what is looked at after the last line
  bool holds;        ///< false where an entry was refused, was not refused, or something else was found
  std::string says;  ///< what happened or was expected, and what was found where that differs
};

/// Is told each thing in its order, and says whether to go on.
using Listener = std::function<bool(const Told&)>;

/// Lets a story happen in a world, which is under these rules. After the last line every clock is asked for its working
/// and citations, every entry is stored and read again, and the world looks back at itself. The answer is whether
/// everything held.
[[nodiscard]] bool run_story(const Story& story, World& world, const StoryRules& rules, const Listener& listener);

}  // namespace review
