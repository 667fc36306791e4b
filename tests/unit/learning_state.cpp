#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/learning/recommendation_state.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

/// Entries with the ids e1, e2 and so on.
RecommendationState state_after(const std::vector<std::string>& said) {
  std::vector<v1::Entry> entries;
  for (const auto& json : said) {
    entries.push_back(entry(json));
    entries.back().set_entry("e" + std::to_string(entries.size()));
  }
  return state_of(entries, "recommendation-1");
}

std::string agreed(const std::string& action, const std::string& answers = "recommendation-1") {
  return "{'actionAgreed':{'action':'" + action + "','owner':'police','dueOn':'2026-09-01','recommendation':'" +
         answers + "'}}";
}

std::string updated(const std::string& action, const std::string& said) {
  return "{'actionUpdated':{'action':'" + action + "'," + said + "}}";
}

}  // namespace

TEST_CASE("A recommendation without an action has nothing agreed", "[unit]") {
  CHECK(state_after({}).standing() == Standing::nothing_agreed);
  CHECK(state_after({agreed("action-1", "recommendation-2")}).standing() == Standing::nothing_agreed);
  CHECK(standing_name(Standing::nothing_agreed) == "NOTHING_AGREED");
}

TEST_CASE("It is open until every action that answers it is complete", "[unit]") {
  const std::vector<std::string> two = {agreed("action-1"), agreed("action-2"),
                                        updated("action-1", "'progress':'COMPLETE','reached':'CHECKED'")};
  const auto open = state_after(two);
  CHECK(standing_name(open.standing()) == "OPEN");
  CHECK(open.complete() == 1);
  CHECK(open.reached() == v1::REACHED_UNSPECIFIED);
  auto both = two;
  both.push_back(updated("action-2", "'progress':'COMPLETE','reached':'DONE'"));
  const auto complete = state_after(both);
  CHECK(standing_name(complete.standing()) == "COMPLETE");
  CHECK(complete.reached() == v1::REACHED_DONE);
  CHECK(complete.progress() == v1::PROGRESS_UNSPECIFIED);
}

TEST_CASE("The worst of its open actions is said, the newest day and the newest evidence", "[unit]") {
  const auto state = state_after({agreed("action-1"), agreed("action-2"), agreed("action-3"),
                                  updated("action-1", "'progress':'GREEN','evidence':'Minutes'"),
                                  updated("action-2", "'progress':'RED','dueOn':'2026-12-01'"),
                                  updated("action-3", "'progress':'COMPLETE'"),
                                  updated("action-1", "'progress':'AMBER','evidence':'A survey','reached':'DONE'"),
                                  updated("action-1", "'progress':'GREEN','reached':'SAID'")});
  CHECK(state.progress() == v1::PROGRESS_RED);
  REQUIRE(state.actions.size() == 3);
  CHECK(state.actions[0].evidence_entry == "e7");
  CHECK(state.actions[0].reached == v1::REACHED_DONE);
  CHECK(state.actions[0].due_on == "2026-09-01");
  CHECK(state.actions[1].due_on == "2026-12-01");
  CHECK(state.actions[1].evidence_entry.empty());
}

}  // namespace review::test
