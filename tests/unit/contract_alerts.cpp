#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "libreview/law/england.hpp"
#include "tests/support/scenarios.hpp"

namespace review::test {
namespace {

/// The steps that scenarios expect, by clock or watch without its subject.
std::map<std::string, std::set<std::string>, std::less<>> steps_told() {
  std::map<std::string, std::set<std::string>, std::less<>> told;
  for (const auto& file : scenario_files()) {
    for (const auto& step : read_scenario(file).steps) {
      const auto* expected = std::get_if<Expectation>(&step.what);
      if (expected == nullptr || expected->subject != Subject::alert) continue;
      told[expected->name.substr(0, expected->name.find(':'))].insert(expected->details.at("step"));
    }
  }
  return told;
}

/// Every step that the law has for it, its ladder repeated once.
std::set<std::string> steps_of(const std::vector<int>& warnings, bool once) {
  std::set<std::string> steps{"due"};
  for (const auto days : warnings) steps.insert(fmt::format("before-{}", days));
  if (!once) steps.insert({"overdue", "chase", "escalate", "again-1"});
  return steps;
}

TEST_CASE("Every step of every clock and watch is told in a scenario", "[unit][contract]") {
  const RuleBook law = england();
  const auto told = steps_told();
  const auto check = [&](const std::string& id, const std::set<std::string>& steps) {
    const auto found = told.find(id);
    for (const auto& step : steps) {
      if (found == told.end() || !found->second.contains(step))
        FAIL_CHECK("no scenario is told: " << id << " " << step);
    }
  };
  for (const auto& clock : law.clocks()) {
    if (clock.record == "case") check(clock.id, steps_of(clock.warnings, clock.minimum));
  }
  for (const auto& watch : law.alerts().watches) {
    // They are of no case, so no story can expect them.
    if (watch.id != "calendar-ends" && watch.id != "channel-failing")
      check(watch.id, steps_of(watch.warnings, watch.once));
  }
}

}  // namespace
}  // namespace review::test
