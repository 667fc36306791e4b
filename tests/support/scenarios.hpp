#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/story/story.hpp"
#include "libreview/story/world.hpp"

namespace review::test {

/// Makes the world in which one story happens. Law and calendar outlive it.
using MakeWorld = std::function<std::unique_ptr<World>(const Story&, const RuleBook&, const Calendar&)>;

/// Registers every file below tests/scenarios as a test of its own in a world. One line adds a world:
/// `const ScenarioWorld in_memory("[scenario-memory]", make_memory_world);`
class ScenarioWorld {
 public:
  /// `tag` with its brackets: the group that ctest runs.
  ScenarioWorld(const std::string& tag, const MakeWorld& make);
};

/// The files below tests/scenarios, by path from there, in order.
std::vector<std::string> scenario_files();

/// A file below tests/scenarios, parsed. Throws std::runtime_error with `file:line` where it is not understood.
Story read_scenario(const std::string& file);

/// The law that a story happens under: England's, with the story's overlay.
RuleBook law_of(const Story& story);

}  // namespace review::test
