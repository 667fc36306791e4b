#include <catch2/catch.hpp>

#include "libreview/learning/read_plan.hpp"
#include "tests/support/small_case.hpp"

/// What an improvement plan says on a day; the story of a whole plan stands in tests/scenarios/practice.
namespace review::test {
namespace {

v1::CaseFile plan_of(std::initializer_list<std::pair<const char*, v1::ObjectiveStatus>> statuses) {
  v1::CaseFile file;
  auto& plan = *file.mutable_programme()->mutable_plan();
  plan.add_themes()->set_plan_theme("plan-theme-1");
  auto& objective = *plan.add_objectives();
  objective.set_objective("objective-1");
  objective.set_plan_theme("plan-theme-1");
  objective.set_set_on("2026-04-01");
  objective.set_due_on("2026-12-31");
  for (const auto& [on, status] : statuses) {
    auto& said = *objective.add_statuses();
    said.set_on(on);
    said.set_status(status);
  }
  return file;
}

void hold_round(v1::CaseFile& file, const char* on) {
  auto& round = *file.mutable_programme()->mutable_plan()->add_rounds();
  round.set_on(on);
  round.set_by("board");
}

void raise(v1::CaseFile& file, const char* name, v1::RiskLevel likelihood, v1::RiskLevel impact, const char* closed) {
  auto& risk = *file.mutable_programme()->mutable_plan()->add_risks();
  risk.set_risk(name);
  risk.set_likelihood(likelihood);
  risk.set_impact(impact);
  risk.set_closed_on(closed);
}

TEST_CASE("On the day of a round the plan is compared with the round before it", "[unit][learning]") {
  auto file = plan_of({{"2026-05-01", v1::OBJECTIVE_STATUS_RED}, {"2026-07-01", v1::OBJECTIVE_STATUS_GREEN}});
  hold_round(file, "2026-05-01");
  hold_round(file, "2026-07-01");
  const auto on_the_day = read_plan(file, day("2026-07-01"));
  CHECK(on_the_day.last_round_on() == "2026-05-01");
  CHECK(on_the_day.has_round_today_by());
  CHECK(on_the_day.objectives(0).before() == v1::OBJECTIVE_STATUS_RED);
  CHECK(on_the_day.objectives(0).moved() == v1::OBJECTIVE_MOVE_BETTER);
  const auto after = read_plan(file, day("2026-07-02"));
  CHECK(after.last_round_on() == "2026-07-01");
  CHECK_FALSE(after.has_round_today_by());
  const auto first = read_plan(file, day("2026-05-01"));
  CHECK_FALSE(first.has_last_round_on());
  CHECK(first.has_round_today_by());
  CHECK_FALSE(read_plan(file, day("2026-04-30")).has_round_today_by());
  CHECK(after.objectives(0).before() == v1::OBJECTIVE_STATUS_GREEN);
  CHECK_FALSE(after.objectives(0).has_moved());
}

TEST_CASE("An objective that was set after the last round neither moved nor is out of date", "[unit][learning]") {
  auto file = plan_of({{"2026-05-01", v1::OBJECTIVE_STATUS_RED}});
  hold_round(file, "2026-03-01");
  const auto plan = read_plan(file, day("2026-05-02"));
  CHECK_FALSE(plan.objectives(0).has_moved());
  CHECK_FALSE(plan.objectives(0).has_before());
  CHECK_FALSE(plan.objectives(0).out_of_date());
}

TEST_CASE("Silence and what is not known are counted apart, and are no move from one to the other",
          "[unit][learning]") {
  auto silent = plan_of({});
  hold_round(silent, "2026-05-01");
  CHECK(read_plan(silent, day("2026-05-02")).counts().unsaid() == 1);
  auto unknown = plan_of({{"2026-05-02", v1::OBJECTIVE_STATUS_NOT_KNOWN}});
  hold_round(unknown, "2026-05-01");
  const auto plan = read_plan(unknown, day("2026-05-03"));
  CHECK(plan.counts().not_known() == 1);
  CHECK(plan.counts().unsaid() == 0);
  CHECK(plan.counts().moved() == 0);
}

TEST_CASE("What is complete is not late, and what is due today is not late yet", "[unit][learning]") {
  CHECK_FALSE(read_plan(plan_of({}), day("2026-12-31")).objectives(0).late());
  CHECK(read_plan(plan_of({}), day("2027-01-01")).objectives(0).late());
  const auto complete = plan_of({{"2026-12-30", v1::OBJECTIVE_STATUS_COMPLETE}});
  CHECK_FALSE(read_plan(complete, day("2027-01-01")).objectives(0).late());
}

TEST_CASE("Risks stand open ones first, and then the gravest", "[unit][learning]") {
  auto file = plan_of({});
  raise(file, "closed", v1::RISK_LEVEL_HIGH, v1::RISK_LEVEL_HIGH, "2026-05-01");
  raise(file, "low", v1::RISK_LEVEL_LOW, v1::RISK_LEVEL_HIGH, "");
  raise(file, "grave", v1::RISK_LEVEL_MEDIUM, v1::RISK_LEVEL_HIGH, "");
  std::vector<std::string> names;
  const auto plan = read_plan(file, day("2026-06-01"));
  for (const auto& risk : plan.risks()) names.push_back(risk.risk());
  CHECK(names == std::vector<std::string>{"grave", "low", "closed"});
}

}  // namespace
}  // namespace review::test
