#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "libreview/base/refusal.hpp"
#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/milestones.hpp"
#include "libreview/vocabulary/names.hpp"
#include "tests/support/scenarios.hpp"

namespace review::test {
namespace {

/// What all scenarios together touch.
struct Covered {
  std::set<std::string, std::less<>> clocks;            ///< that are expected, without their subject
  std::map<std::string, std::set<std::string>> states;  ///< by clock
  std::set<std::string> restarted;                      ///< clocks that are expected with an earlier run
  std::set<std::string> kinds;                          ///< that are recorded
  std::set<std::string> stages;                         ///< that are expected
  std::set<std::string> refused;                        ///< codes that are expected as refusals
  std::set<std::string> set_aside;                      ///< codes that are expected as irregularities
  std::set<std::string> laws;                           ///< versions that are expected
  std::set<std::string> overlays;
};

void cover(Covered& covered, const Expectation& expected) {
  if (expected.subject == Subject::stage) covered.stages.insert(expected.name);
  if (expected.subject == Subject::irregularity) covered.set_aside.insert(expected.name);
  if (expected.subject != Subject::clock) return;
  const std::string clock = expected.name.substr(0, expected.name.find(':'));
  covered.clocks.insert(clock);
  covered.states[clock].insert(expected.details.at("state"));
  if (const auto runs = expected.details.find("runs"); runs != expected.details.end() && runs->second != "0") {
    covered.restarted.insert(clock);
  }
  if (const auto law = expected.details.find("law"); law != expected.details.end()) covered.laws.insert(law->second);
}

void cover(Covered& covered, const Attempt& attempt) {
  if (attempt.refused) {
    covered.refused.insert(std::string(code_name(attempt.refused->code)));
  } else {
    covered.kinds.insert(kind_of(attempt.entry)->name);
  }
}

const Covered& covered() {
  static const Covered all = [] {
    Covered found;
    for (const auto& file : scenario_files()) {
      const auto story = read_scenario(file);
      if (!story.overlay.empty()) found.overlays.insert(story.overlay);
      for (const auto& step : story.steps) {
        if (const auto* expected = std::get_if<Expectation>(&step.what)) cover(found, *expected);
        if (const auto* attempt = std::get_if<Attempt>(&step.what)) cover(found, *attempt);
      }
    }
    return found;
  }();
  return all;
}

bool seen(const std::string& clock, std::initializer_list<const char*> states) {
  const auto found = covered().states.find(clock);
  if (found == covered().states.end()) return false;
  for (const char* state : states) {
    if (found->second.contains(state)) return true;
  }
  return false;
}

TEST_CASE("The law is sound, and every clock has a scenario", "[unit][contract]") {
  Names kinds_known;
  for (const auto& kind : every_kind()) kinds_known.insert(kind.name);
  Names milestones;
  for (const auto& milestone : derived_milestones()) milestones.insert(std::string(milestone.name));
  for (const auto& fault : law_check(england(), kinds_known, milestones, covered().clocks)) {
    FAIL_CHECK(fault.where << ": " << fault.says);
  }
}

TEST_CASE("Every clock is seen running, done, late, cancelled and started again, as far as it can be",
          "[unit][contract]") {
  const RuleBook law = england();
  for (const auto& clock : law.clocks()) {
    INFO(clock.id);
    CHECK(seen(clock.id, {"RUNNING", "DUE_TODAY"}));
    // A clock that each stop starts again reads as running; its past runs were met.
    const bool goes_on = std::ranges::all_of(clock.stops, [&](const std::string& stop) {
      return std::ranges::find(clock.starts, stop) != clock.starts.end();
    });
    if (!goes_on || clock.minimum) CHECK(seen(clock.id, {"MET"}));
    if (!clock.minimum) CHECK(seen(clock.id, {"OVERDUE", "MET_LATE"}));
    if (!clock.cancelled_by.empty()) CHECK(seen(clock.id, {"CANCELLED"}));
  }
  for (const char* clock :
       {"notify-panel", "rapid-review", "panel-reply", "agency-return", "review-health-check", "family-contact",
        "proceedings-contact", "embargo-review", "advance-copy", "keep-published", "action"}) {
    INFO(clock);
    CHECK(covered().restarted.contains(clock));
  }
}

TEST_CASE("Every kind of entry is recorded in a scenario", "[unit][contract]") {
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    // What a join leaves in the joined case is recorded by the lead's entry.
    if (kind.name != "review-joined") CHECK(covered().kinds.contains(kind.name));
  }
}

TEST_CASE("Every stage is reached in a scenario", "[unit][contract]") {
  const auto* stages = v1::Stage_descriptor();
  for (int i = 1; i < stages->value_count(); ++i) {
    std::string name = kebab(short_name(*stages->value(i)));
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    INFO(name);
    CHECK(covered().stages.contains(name));
  }
}

TEST_CASE("Every rule refuses in a scenario, and each that may be set aside is", "[unit][contract]") {
  for (const auto& row : code_table()) {
    if (row.status != 409) continue;
    INFO(row.name);
    CHECK(covered().refused.contains(std::string(row.name)));
    if (row.overridable) CHECK(covered().set_aside.contains(std::string(row.name)));
  }
}

TEST_CASE("Every version of the law and every overlay has a scenario", "[unit][contract]") {
  for (const char* law : {"england-2018", "england-2020", "england-2023", "england-2026"}) {
    INFO(law);
    CHECK(covered().laws.contains(law));
  }
  CHECK(covered().overlays == std::set<std::string>{"devon-style", "held-learning-style", "older-devon-style",
                                                    "sandwell-style", "stoke-style"});
}

TEST_CASE("Every derived milestone is one that a clock waits for, and its bringers are kinds", "[unit][contract]") {
  const RuleBook law = england();
  std::set<std::string, std::less<>> waited_for;
  for (const auto& clock : law.clocks()) {
    waited_for.insert(clock.starts.begin(), clock.starts.end());
    waited_for.insert(clock.stops.begin(), clock.stops.end());
    waited_for.insert(clock.cancelled_by.begin(), clock.cancelled_by.end());
  }
  for (const auto& milestone : derived_milestones()) {
    INFO(milestone.name);
    CHECK(waited_for.contains(milestone.name));
    CHECK(find_kind(milestone.name) == nullptr);
    for (const auto& kind : milestone.brought_by) CHECK(find_kind(kind) != nullptr);
  }
}

}  // namespace
}  // namespace review::test
