#include "libreview/story/tell_story.hpp"

#include "libreview/story/run_story.hpp"

namespace review {

bool tell_story(const Story& story, World& world, const StoryRules& rules, std::ostream& out) {
  out << story.title << '\n';
  const bool held = run_story(story, world, rules, [&](const Told& told) {
    if (!told.holds) {
      out << story.file << ':' << told.line << ": " << told.says << '\n';
      return false;
    }
    out << (told.what == Told::What::day ? "" : "  ") << told.says << '\n';
    return true;
  });
  return held;
}

}  // namespace review
