#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "libreview/law/bank_holidays.hpp"
#include "libreview/learning/evidence.hpp"
#include "libreview/learning/occurrences.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/story/memory_world.hpp"
#include "libreview/story/run_story.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/small_case.hpp"

/// What the record has on each theme of the assurance of 2016 to 2017, read from the story that puts it together: by
/// what it was found, and which actions it ends in. Counted by hand.
namespace review::test {
namespace {

using ActionNames = std::vector<std::string>;

struct ThemeOfTheYear {
  const char* theme;
  std::map<std::string, int> sources;  ///< all of them
  ActionNames actions;                 ///< in the order in which they were agreed, what is done first
};

LearnedRecord assurance_of_the_year() {
  const auto story = read_scenario("practice/sources-side-by-side-under-themes.review");
  const auto book = law_of(story);
  const auto days = england_and_wales();
  MemoryWorld world(book, days);
  REQUIRE(run_story(story, world, {book, days}, [](const Told& told) {
    INFO(told.says);
    CHECK(told.holds);
    return true;
  }));
  const auto recorded = world.entries("26-0001", std::nullopt);
  REQUIRE(recorded);
  return {.file = fold(*recorded)};
}

const LearnedRecord& the_year() {
  static const auto record = assurance_of_the_year();
  return record;
}

/// So many findings by each source; none that has none.
std::map<std::string, int> by_source(const ThemeEvidence& evidence) {
  const auto table = occurrences(evidence.findings, Periods::years, law().figures());
  std::map<std::string, int> numbers;
  // The last row and the last column are those of all.
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    numbers[table.columns[column].id] = table.at({table.rows.size() - 1, column}).value();
  return numbers;
}

ActionNames actions_in(const ThemeEvidence& evidence) {
  ActionNames names;
  for (const auto& one : evidence.actions) names.push_back(one.action.action());
  return names;
}

}  // namespace

TEST_CASE("Each theme of the assurance of 2016 to 2017 is told by source, and ends in the actions that address it",
          "[unit][learning]") {
  const std::vector<ThemeOfTheYear> themes{
      {"exploitation-and-missing",
       {{"multi-agency-audit", 3},
        {"peer-review", 1},
        {"lessons-learned-review", 1},
        {"section-175-157-audit", 1},
        {"data", 1},
        {"all", 7}},
       {"audit-again"}},
      // One recommendation names the theme; the other follows from what was found under it.
      {"coordination-of-services",
       {{"multi-agency-audit", 2}, {"tabletop-review", 1}, {"all", 3}},
       {"tell-the-findings", "promote-the-form"}},
      {"lead-professional",
       {{"multi-agency-audit", 1}, {"tabletop-review", 1}, {"workforce-survey", 1}, {"all", 3}},
       {"promote-the-form"}},
      {"transfer-between-schools", {{"tabletop-review", 2}, {"all", 2}}, {"promote-the-form"}},
      {"culture-identity-faith",
       {{"multi-agency-audit", 2},
        {"lessons-learned-review", 1},
        {"peer-review", 1},
        {"serious-case-review", 1},
        {"all", 5}},
       {"culture-in-returns", "faith-groups"}},
      {"communication-and-recording",
       {{"tabletop-review", 2}, {"child-death-review", 1}, {"all", 3}},
       {"show-the-front-line", "survey-in-the-plan"}},
      {"quality-assurance",
       {{"single-agency-audit", 1}, {"section-11-audit", 1}, {"inspection", 1}, {"all", 3}},
       {"scrutinise", "challenge-day"}},
      {"learning-and-development",
       {{"multi-agency-audit", 1}, {"all", 1}},
       {"evaluate-training", "what-is-needed", "survey-in-the-plan"}},
  };
  for (const auto& expected : themes) {
    INFO(expected.theme);
    const auto evidence = theme_evidence({the_year()}, expected.theme);
    CHECK(by_source(evidence) == expected.sources);
    CHECK(actions_in(evidence) == expected.actions);
  }
}

TEST_CASE("What was found of exploited and missing children stands before and since the action that was done",
          "[unit][learning]") {
  const auto evidence = theme_evidence({the_year()}, "exploitation-and-missing");
  REQUIRE(evidence.actions.size() == 1);
  REQUIRE(evidence.actions[0].found);
  CHECK(evidence.actions[0].done_on == day("2026-12-01"));
  CHECK(evidence.actions[0].found->before == 6);
  CHECK(evidence.actions[0].found->after == 1);
  CHECK(evidence.actions[0].found->unclear == 0);
  // Of what is not done nothing is told before and after.
  for (const auto& one : theme_evidence({the_year()}, "quality-assurance").actions) CHECK_FALSE(one.found);
}

}  // namespace review::test
