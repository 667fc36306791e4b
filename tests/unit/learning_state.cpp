#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/learning/recommendation_state.hpp"
#include "libreview/record/fold.hpp"
#include "tests/support/small_case.hpp"

/// What became of a recommendation, by the record that made it and those whose actions serve it. All invented.
namespace review::test {
namespace {

/// A case of a day on which all of it happens.
SmallCase case_with(const std::vector<std::string>& said) {
  SmallCase one;
  one.must(incident);
  for (const auto& json : said) one.must(json);
  return one;
}

/// The state of the first of two recommendations.
RecommendationState state_after(const std::vector<std::string>& said) {
  std::vector<std::string> all = {"{'recommendationMade':{'text':'x','to':['OFSTED','police']}}",
                                  "{'recommendationMade':{'text':'y'}}"};
  all.insert(all.end(), said.begin(), said.end());
  const auto one = case_with(all);
  return state_of({one.file(), one.entries()}, "recommendation-1");
}

std::string agreed(const std::string& action, const std::string& serves = "'recommendation':'recommendation-1'") {
  return "{'actionAgreed':{'action':'" + action + "','owner':'police','dueOn':'2026-09-01'," + serves + "}}";
}

std::string updated(const std::string& action, const std::string& said) {
  return "{'actionUpdated':{'action':'" + action + "'," + said + "}}";
}

std::string rechecked(const std::string& action, const std::string& said) {
  return "{'actionRechecked':{'action':'" + action + "'," + said + "}}";
}

}  // namespace

TEST_CASE("A recommendation without an action has nothing agreed", "[unit]") {
  CHECK(state_after({}).standing() == Standing::nothing_agreed);
  CHECK(state_after({agreed("action-1", "'recommendation':'recommendation-2'")}).standing() ==
        Standing::nothing_agreed);
  CHECK(standing_name(Standing::nothing_agreed) == "NOTHING_AGREED");
}

TEST_CASE("It is open until every action that serves it is complete", "[unit]") {
  const std::vector<std::string> two = {
      agreed("action-1"), agreed("action-2"),
      updated("action-1", "'progress':'COMPLETE','reached':'CHECKED','evidence':'A sample'")};
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

TEST_CASE("An action that serves it besides another one is an action of it", "[unit]") {
  const auto state = state_after(
      {agreed("action-1", "'recommendation':'recommendation-2','serves':[{'recommendation':'recommendation-1'}]")});
  REQUIRE(state.actions.size() == 1);
  CHECK(state.standing() == Standing::open);
}

TEST_CASE("The worst of its open actions is said, the newest day and the newest evidence", "[unit]") {
  const auto state = state_after({agreed("action-1"), agreed("action-2"), agreed("action-3"),
                                  updated("action-1", "'progress':'GREEN','evidence':'Minutes'"),
                                  updated("action-2", "'progress':'RED','dueOn':'2026-12-01','reason':'why'"),
                                  updated("action-3", "'progress':'COMPLETE'"),
                                  updated("action-1", "'progress':'AMBER','evidence':'A survey'"),
                                  updated("action-1", "'progress':'GREEN'")});
  CHECK(state.progress() == v1::PROGRESS_RED);
  REQUIRE(state.actions.size() == 3);
  CHECK(state.actions[0].evidence_entry == "entry-10");
  CHECK(state.actions[0].due_on == "2026-09-01");
  CHECK(state.actions[1].due_on == "2026-12-01");
  CHECK(state.actions[1].evidence_entry.empty());
}

TEST_CASE("How far an action has reached is what was said last, also where that is less", "[unit]") {
  const std::vector<std::string> high = {
      agreed("action-1"), updated("action-1", "'progress':'GREEN','reached':'DONE'"),
      updated("action-1", "'progress':'GREEN','reached':'CHANGED','evidence':'A survey'")};
  CHECK(state_after(high).reached() == v1::REACHED_CHANGED);
  auto lower = high;
  lower.push_back(updated("action-1", "'progress':'AMBER','reached':'SAID'"));
  CHECK(state_after(lower).reached() == v1::REACHED_SAID);
  auto unknown = high;
  unknown.push_back(updated("action-1", "'progress':'AMBER','reached':'NOT_KNOWN'"));
  CHECK(state_after(unknown).reached() == v1::REACHED_NOT_KNOWN);
}

TEST_CASE("Not known is less than any step, and nothing said is less than that", "[unit]") {
  const std::vector<std::string> two = {agreed("action-1"), agreed("action-2"),
                                        updated("action-1", "'progress':'GREEN','reached':'NOT_KNOWN'")};
  CHECK(state_after(two).reached() == v1::REACHED_UNSPECIFIED);
  auto both = two;
  both.push_back(updated("action-2", "'progress':'GREEN','reached':'SAID'"));
  CHECK(state_after(both).reached() == v1::REACHED_NOT_KNOWN);
}

TEST_CASE("An action that was opened again is open, off track and due on its new day", "[unit]") {
  const auto state = state_after(
      {agreed("action-1"),
       updated("action-1", "'progress':'COMPLETE','reached':'CHANGED','evidence':'The first survey'"),
       rechecked("action-1", "'finding':'NOT_CHANGED','evidence':'A second one','reopens':true,'dueOn':'2026-12-01'")});
  CHECK(state.standing() == Standing::open);
  CHECK(state.progress() == v1::PROGRESS_RED);
  REQUIRE(state.actions.size() == 1);
  CHECK(state.actions[0].reached == v1::REACHED_CHECKED);
  CHECK(state.actions[0].due_on == "2026-12-01");
  CHECK(state.actions[0].evidence_entry == "entry-6");
}

TEST_CASE("Each body that it was made to has said something, or is awaited", "[unit]") {
  const auto awaited = state_after({}).answers;
  REQUIRE(awaited.size() == 2);
  CHECK(awaited[0].by == "OFSTED");
  CHECK(awaited[0].state == v1::RECOMMENDATION_STATE_AWAITED);
  const auto said = state_after({"{'recommendationAnswered':{'recommendation':'recommendation-1','by':'OFSTED',"
                                 "'answer':'ACCEPTED'}}",
                                 "{'recommendationAnswered':{'recommendation':'recommendation-1','by':'OFSTED',"
                                 "'answer':'REJECTED','reasons':'It is there already.'}}"})
                        .answers;
  REQUIRE(said.size() == 2);
  CHECK(said[0].state == v1::RECOMMENDATION_STATE_REJECTED);
  CHECK(said[0].reasons == "It is there already.");
  CHECK(said[0].on == "2026-03-02");
  CHECK(said[0].entry == "entry-5");
  CHECK(said[1].state == v1::RECOMMENDATION_STATE_AWAITED);
}

TEST_CASE("Actions of other records serve it too, where the reader reads what agreed them", "[unit]") {
  const auto one = case_with({"{'recommendationMade':{'text':'x'}}"});
  const auto other =
      case_with({agreed("action-1", "'serves':[{'recommendation':'recommendation-1','ofCase':'26-0001'}]"),
                 updated("action-1", "'progress':'AMBER','evidence':'Minutes'"),
                 // Of its own recommendation of that name, which is another one.
                 "{'recommendationMade':{'text':'y'}}", agreed("action-2")});
  auto file = other.file();
  file.set_case_("p26-0001");
  const auto state = state_of({one.file(), one.entries()}, "recommendation-1", {{file, other.entries()}});
  REQUIRE(state.actions.size() == 1);
  CHECK(state.actions[0].record == "p26-0001");
  CHECK(state.actions[0].action == "action-1");
  CHECK(state.actions[0].evidence_entry == "entry-3");
  CHECK(state.progress() == v1::PROGRESS_AMBER);
  const std::vector<v1::Entry> nothing_read;
  CHECK(state_of({one.file(), one.entries()}, "recommendation-1", {{file, nothing_read}}).actions.empty());
  CHECK(state_of({one.file(), one.entries()}, "recommendation-9").answers.empty());
}

}  // namespace review::test
