#include <catch2/catch.hpp>

#include "libreview/figures/build_table.hpp"
#include "libreview/learning/evidence.hpp"
#include "libreview/learning/occurrences.hpp"
#include "libreview/learning/percent_of.hpp"
#include "tests/support/small_case.hpp"

/// What the record has on whether learning made a difference.
namespace review::test {
namespace {

struct Said {
  const char* name;
  v1::AssuranceSource source;
  const char* on;
  const char* until = "";
};

/// What was found of exploited and missing children in one area by March 2017, as its assurance put it side by side.
constexpr Said exploited[] = {{"poor-attendance", v1::ASSURANCE_SOURCE_MULTI_AGENCY_AUDIT, "2015-09"},
                              {"good-part", v1::ASSURANCE_SOURCE_PEER_REVIEW, "2016-06"},
                              {"pulled-together", v1::ASSURANCE_SOURCE_MULTI_AGENCY_AUDIT, "2016-09-23"},
                              {"group-matured", v1::ASSURANCE_SOURCE_LESSONS_LEARNED_REVIEW, "2016-11"},
                              {"absence", v1::ASSURANCE_SOURCE_SECTION_175_157_AUDIT, "2016", "2017"},
                              {"interviews", v1::ASSURANCE_SOURCE_DATA, "2017-03"}};

v1::FindingFile finding(const Said& said, const char* theme) {
  v1::FindingFile one;
  one.set_finding(said.name);
  one.set_entry(std::string("entry-") + said.name);
  one.set_source(said.source);
  one.set_found_on(said.on);
  one.set_found_until(said.until);
  one.add_themes(theme);
  return one;
}

LearnedRecord assurance() {
  LearnedRecord record;
  record.file.set_case_("p26-0001");
  for (const auto& said : exploited) *record.file.add_findings() = finding(said, "exploitation");
  return record;
}

/// A recommendation that follows from the first finding, and an action that serves it.
LearnedRecord with_action(const char* done_on) {
  auto record = assurance();
  auto& made = *record.file.add_recommendations();
  made.set_recommendation("recommendation-1");
  made.set_made_on("2016-01-11");
  made.add_findings("poor-attendance");
  auto& action = *record.file.add_actions();
  action.set_action("rota");
  action.add_serves()->set_recommendation("recommendation-1");
  if (*done_on == '\0') return record;
  auto& rung = *action.add_rungs();
  rung.set_reached(v1::REACHED_DONE);
  rung.set_on(done_on);
  return record;
}

int count(const FigureTable& table, std::string_view row, std::string_view column) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
      if (table.rows[i].id == row && table.columns[j].id == column) return table.at({i, j}).value();
    }
  }
  FAIL("no figure " << row << " " << column);
  return 0;
}

SurveyQuestion question(const char* name) { return {.question = name, .entry = name, .asked_on = "2017-04-03"}; }

v1::SurveyTie tie(const char* recommendation, const char* found, const char* of_case) {
  v1::SurveyTie one;
  if (*recommendation != '\0') one.set_recommendation(recommendation);
  if (*found != '\0') one.set_finding(found);
  one.set_of_case(of_case);
  return one;
}

}  // namespace

TEST_CASE("A theme is counted by year and source, as the assurance of 2016 to 2017 put it side by side", "[unit]") {
  const auto evidence = theme_evidence({assurance()}, "exploitation");
  REQUIRE(evidence.findings.size() == 6);
  CHECK(fitting_periods(evidence.findings) == Periods::years);
  const auto table = occurrences(evidence.findings, Periods::years, law().figures());
  CHECK(count(table, "2015-04-01", "multi-agency-audit") == 1);
  CHECK(count(table, "2015-04-01", "all") == 1);
  CHECK(count(table, "2016-04-01", "peer-review") == 1);
  CHECK(count(table, "2016-04-01", "multi-agency-audit") == 1);
  CHECK(count(table, "2016-04-01", "all") == 4);
  // The school audit was of two calendar years, which are in three years that are reported.
  CHECK(count(table, "several", "section-175-157-audit") == 1);
  CHECK(count(table, "2017-04-01", "all") == 0);
  CHECK(count(table, "all", "all") == 6);
  CHECK(count(table, "all", "multi-agency-audit") == 2);
  CHECK(table.at({0, 0}).behind.size() == 1);
  CHECK(table.columns.size() == 6);
}

TEST_CASE("By quarter a quarter in which nothing was found stands between those in which something was", "[unit]") {
  const auto table =
      occurrences(theme_evidence({assurance()}, "exploitation").findings, Periods::quarters, law().figures());
  CHECK(table.rows.front().title == "July to September 2015");
  CHECK(count(table, "2015-07-01", "all") == 1);
  CHECK(count(table, "2015-10-01", "all") == 0);
  CHECK(count(table, "2016-07-01", "all") == 1);
  CHECK(occurrences({}, Periods::years, law().figures()).rows.size() == 1);
}

TEST_CASE("Before and after are counted from the day on which an action was done, and only then", "[unit]") {
  const auto done = theme_evidence({with_action("2016-07-01")}, "exploitation");
  REQUIRE(done.actions.size() == 1);
  REQUIRE(done.actions[0].found);
  CHECK(done.actions[0].found->before == 2);
  CHECK(done.actions[0].found->after == 3);
  CHECK(done.actions[0].found->unclear == 1);
  const auto open = theme_evidence({with_action("")}, "exploitation");
  REQUIRE(open.actions.size() == 1);
  CHECK_FALSE(open.actions[0].found);
  // On the very day is after it, and within the month cannot be told.
  const auto within = theme_evidence({with_action("2016-09-23")}, "exploitation").actions[0].found;
  CHECK(within->after == 3);
  CHECK(theme_evidence({with_action("2016-11-15")}, "exploitation").actions[0].found->unclear == 2);
  CHECK(theme_evidence({with_action("2016-07-01")}, "babies").actions.empty());
}

TEST_CASE("An action of another record addresses the theme through the recommendation that it serves", "[unit]") {
  LearnedRecord other;
  other.file.set_case_("26-0002");
  auto& action = *other.file.add_actions();
  action.set_action("training");
  auto& served = *action.add_serves();
  served.set_recommendation("recommendation-1");
  served.set_of_case("p26-0001");
  action.set_complete(true);
  action.set_complete_since("2017-01-09");
  const auto evidence = theme_evidence({with_action(""), other}, "exploitation");
  REQUIRE(evidence.actions.size() == 2);
  CHECK(evidence.actions[0].record == "26-0002");
  CHECK(evidence.actions[0].found->after == 1);
  // Where the record that made it is not seen, the action is none of this theme.
  CHECK(theme_evidence({other}, "exploitation").actions.empty());
}

TEST_CASE("Of a finding that is not seen no bearing is told", "[unit]") {
  auto record = assurance();
  auto& bears = *record.file.mutable_findings(1)->add_bears_on();
  bears.set_finding("poor-attendance");
  bears.set_bearing(v1::BEARING_CONTRADICTS);
  auto& hidden = *record.file.mutable_findings(2)->add_bears_on();
  hidden.set_finding("gap");
  hidden.set_case_("26-0009");
  hidden.set_bearing(v1::BEARING_CONFIRMS);
  const auto evidence = theme_evidence({record}, "exploitation");
  REQUIRE(evidence.bearings.size() == 1);
  CHECK(evidence.bearings[0].by.name() == NamedIn{"p26-0001", "good-part"});
  CHECK(evidence.bearings[0].bearing == v1::BEARING_CONTRADICTS);
}

TEST_CASE("What is different since a recommendation is told from what was found, done and answered since", "[unit]") {
  auto record = with_action("2016-10-03");
  LearnedRecord survey;
  survey.file.set_case_("p26-0002");
  survey.survey = {question("by-theme"), question("by-recommendation"), question("by-finding"), question("of-another")};
  survey.survey[0].themes = {"exploitation"};
  survey.survey[1].ties = {tie("recommendation-1", "", "p26-0001")};
  survey.survey[2].ties = {tie("", "poor-attendance", "p26-0001")};
  survey.survey[3].ties = {tie("recommendation-1", "", "")};
  const auto evidence = recommendation_evidence({record, survey}, {"p26-0001", "recommendation-1"});
  REQUIRE(evidence);
  CHECK(evidence->themes == std::set<std::string>{"exploitation"});
  REQUIRE(evidence->actions.size() == 1);
  // 2016 to 2017 may have been before it was made in January, and what it follows from is nothing later.
  REQUIRE(evidence->later.size() == 4);
  CHECK(evidence->later[0].done == Beside::before);
  CHECK(evidence->later[1].done == Beside::before);
  CHECK(evidence->later[2].done == Beside::after);
  REQUIRE(evidence->questions.size() == 3);
  CHECK(evidence->questions[0].question.question == "by-recommendation");
  CHECK(evidence->questions[1].question.question == "by-finding");
  CHECK(evidence->questions[2].tied_by == TiedBy::theme);
  CHECK_FALSE(recommendation_evidence({record}, {"p26-0001", "recommendation-2"}));
  CHECK_FALSE(recommendation_evidence({record}, {"26-0001", "recommendation-1"}));
}

TEST_CASE("A percentage is of those who answered, halves upwards, and of nobody there is none", "[unit]") {
  CHECK(percent_of(31, 50) == 62);
  CHECK(percent_of(1, 3) == 33);
  CHECK(percent_of(2, 3) == 67);
  CHECK(percent_of(1, 200) == 1);
  CHECK(percent_of(0, 7) == 0);
  CHECK_FALSE(percent_of(0, 0));
}

}  // namespace review::test
