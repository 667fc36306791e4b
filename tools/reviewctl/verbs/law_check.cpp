#include "libreview/law/law_check.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>
#include <variant>

#include "libreview/law/check_past_words.hpp"
#include "libreview/law/check_prompts.hpp"
#include "libreview/law/check_rehearsal.hpp"
#include "libreview/law/known_names.hpp"
#include "libreview/law/read_past_words.hpp"
#include "libreview/law/read_prompts.hpp"
#include "libreview/law/read_rehearsal.hpp"
#include "libreview/story/parse_story.hpp"
#include "tools/reviewctl/read_file.hpp"
#include "tools/reviewctl/verbs/offline_law.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace fs = std::filesystem;

/// The clocks that the scenarios in a folder expect, without their subject.
Outcome<review::Names> clocks_told(const std::string& folder, const review::RuleBook& law) {
  std::error_code error;
  review::Names names;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".review") continue;
    const auto text = read_file(at->path().string());
    if (!text) return stop(text.error());
    const auto story = review::parse_story(*text, at->path().string(), law);
    if (!story) return stop(story.error());
    for (const auto& step : story->steps) {
      const auto* expected = std::get_if<review::Expectation>(&step.what);
      if (expected != nullptr && expected->subject == review::Subject::clock) {
        names.insert(expected->name.substr(0, expected->name.find(':')));
      }
    }
  }
  if (error) return failed(fmt::format("{} cannot be read: {}.", folder, error.message()));
  return names;
}

Outcome<ExitCode> run_law_check(Call& call) {
  const auto law = offline_law(call.arguments);
  if (!law) return stop(law.error());
  std::optional<review::Names> told;
  if (const auto folder = call.arguments.find("scenarios")) {
    auto clocks = clocks_told(*folder, *law);
    if (!clocks) return stop(clocks.error());
    told = std::move(*clocks);
  }
  auto faults = review::law_check(*law, review::kind_names(), review::milestone_names(), told);
  for (auto& fault : review::check_rehearsal(review::rehearsal_rules(), *law)) faults.push_back(std::move(fault));
  for (auto& fault : review::check_prompts(review::prompt_rules(), *law)) faults.push_back(std::move(fault));
  for (auto& fault : review::check_past_words(review::past_words(), *law)) faults.push_back(std::move(fault));
  Listing listing{"faults", {}, {{{"WHERE", "where"}, {"WHAT IS WRONG", "says"}}}, "Nothing is wrong in the law."};
  for (const auto& fault : faults) {
    listing.items.push_back(boost::json::object{{"where", fault.where}, {"says", fault.says}});
    listing.table.rows.push_back({fault.where, fault.says});
  }
  call.output.list(listing);
  return faults.empty() ? ExitCode::done : ExitCode::failed;
}

}  // namespace

Verb law_check() {
  return {.noun = "law",
          .verb = "check",
          .summary = "Checks the rules: citations, sources, versions, triggers, days",
          .lists = true,
          .options = {overlay_option(), {"scenarios", "FOLDER", "Also that a scenario in it expects each clock"}},
          .examples = {{"A partnership's own rules", "law check --overlay our-rules.toml"},
                       {"That each clock is told of", "law check --scenarios tests/scenarios"}},
          .run = run_law_check};
}

}  // namespace reviewctl
