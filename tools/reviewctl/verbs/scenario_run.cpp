#include <sstream>

#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/story/memory_world.hpp"
#include "libreview/story/parse_story.hpp"
#include "libreview/story/tell_story.hpp"
#include "tools/reviewctl/read_file.hpp"
#include "tools/reviewctl/verbs/offline_law.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// The law that the story names, unless the command line names another.
Outcome<review::RuleBook> law_of(const review::Story& story, const Arguments& arguments) {
  if (story.overlay.empty() || arguments.has("overlay")) return offline_law(arguments);
  Arguments named;
  named.add("overlay", story.overlay);
  return offline_law(named);
}

struct ToldStory {
  std::string file;
  std::string title;
  bool holds;
  std::string text;
};

Outcome<ToldStory> tell(const std::string& file, const Arguments& arguments) {
  const auto text = read_file(file);
  if (!text) return stop(text.error());
  const auto story = review::parse_story(*text, file, review::england());
  if (!story) return stop(story.error());
  const auto law = law_of(*story, arguments);
  if (!law) return stop(law.error());
  const auto calendar = review::england_and_wales().with_closures(law->partnership().closures);
  review::MemoryWorld world(*law, calendar);
  std::ostringstream out;
  const bool holds = review::tell_story(*story, world, {*law, calendar}, out);
  return ToldStory{file, story->title, holds, out.str()};
}

Outcome<ExitCode> run_scenario_run(Call& call) {
  json::array stories;
  bool all_hold = true;
  for (const auto& file : call.arguments.all("FILE")) {
    const auto told = tell(file, call.arguments);
    if (!told) return stop(told.error());
    all_hold = all_hold && told->holds;
    stories.push_back(
        json::object{{"file", told->file}, {"title", told->title}, {"holds", told->holds}, {"told", told->text}});
    if (call.output.for_people()) {
      std::istringstream lines(told->text);
      for (std::string line; std::getline(lines, line);) call.output.line(line);
      call.output.line();
    }
    if (!told->holds) break;
  }
  if (!call.output.for_people()) call.output.value(json::object{{"scenarios", std::move(stories)}});
  return all_hold ? ExitCode::done : ExitCode::refused;
}

}  // namespace

Verb scenario_run() {
  return {
      .noun = "scenario",
      .verb = "run",
      .summary = "Tells a scenario with the dates that come out; exit 4 at the first expectation that does not hold",
      .operands = {{"FILE", "Scenarios to run; - reads standard input", true, true}},
      .options = {overlay_option()},
      .more = "How a scenario is written stands in tests/scenarios/README.md.",
      .examples = {{"Over Christmas", "scenario run tests/scenarios/guidance/christmas-with-a-substitute.review"}},
      .run = run_scenario_run};
}

}  // namespace reviewctl
