#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/law/read_prompts.hpp"
#include "libreview/learning/advise.hpp"

namespace review {
namespace {

using Texts = std::vector<std::string>;

/// The questions that are left open, by their ids.
Texts open_in(const DraftWords& draft) {
  Texts ids;
  for (const auto& one : advise(draft, prompt_rules())) ids.push_back(one.id);
  return ids;
}

DraftWords recommendation(const std::string& text) { return {false, text, true, true, {}}; }
DraftWords action(const std::string& text, const std::string& measure) { return {true, text, true, true, measure}; }

TEST_CASE("Words that say no act are asked what somebody will do", "[unit][learning]") {
  for (const char* text : {"Agencies should consider the voice of the child.", "Ensure that staff are aware.",
                           "To raise awareness of neglect among professionals.", "Partners to explore this further."}) {
    INFO(text);
    const auto advice = advise(action(text, "An audit of twenty files"), prompt_rules());
    REQUIRE(advice.size() == 1);
    CHECK(advice.front().id == "specific");
    CHECK_FALSE(advice.front().found.empty());
  }
  CHECK(advise(action("ENSURE that staff are aware.", "Audit"), prompt_rules()).front().found == "ENSURE");
}

TEST_CASE("The same words beside an act are not asked", "[unit][learning]") {
  for (const char* text : {"Ensure that every ward sends its handover to the health visitor.",
                           "Train the reception staff, to raise awareness of neglect.", "Write handovers down."}) {
    INFO(text);
    CHECK(open_in(action(text, "An audit of twenty files")).empty());
  }
}

TEST_CASE("Part of a word is not the word", "[unit][learning]") {
  CHECK(open_in(action("Keep a considerate tone.", "Survey of families")).empty());
  CHECK(open_in(action("The unimproved form is used.", "Survey of families")).empty());
}

TEST_CASE("Who, by when and how we know are asked where nothing says so", "[unit][learning]") {
  CHECK(open_in({true, "Write handovers down.", false, true, "Audit"}) == Texts{"who"});
  CHECK(open_in({true, "Write handovers down.", true, false, "Audit"}) == Texts{"by-when"});
  CHECK(open_in({true, "Write handovers down by 1 June 2027.", true, false, "Audit"}).empty());
  CHECK(open_in({true, "Write handovers down within three months.", true, false, "Audit"}).empty());
  CHECK(open_in(action("Write handovers down.", "")) == Texts{"how-known"});
  CHECK(open_in(action("Write handovers down.", "It will be done.")) == Texts{"how-known"});
  CHECK(open_in(action("Write handovers down.", "17 of 20 records")).empty());
}

TEST_CASE("A recommendation says in its own words how anybody will know", "[unit][learning]") {
  CHECK(open_in(recommendation("Write handovers down.")) == Texts{"how-known"});
  CHECK(open_in(recommendation("Write handovers down; an audit shows whether it is done.")).empty());
}

TEST_CASE("Of a draft without words nothing is asked", "[unit][learning]") {
  CHECK(open_in({true, "", false, false, ""}).empty());
  CHECK(open_in({false, " … ", false, false, ""}).empty());
}

TEST_CASE("The draft is what the entry says, and of other entries there is none", "[unit][learning]") {
  v1::Entry entry;
  entry.mutable_note_added()->set_text("Consider this.");
  CHECK_FALSE(draft_of(entry));
  entry.mutable_recommendation_made()->set_text("Consider this.");
  entry.mutable_recommendation_made()->add_to("POLICE");
  const auto made = draft_of(entry);
  REQUIRE(made);
  CHECK((!made->is_action && made->has_who && !made->has_day && made->text == "Consider this."));
  auto& agreed = *entry.mutable_action_agreed();
  agreed.set_what("Train.");
  agreed.set_measure("Audit");
  agreed.set_due_on("2026-12-01");
  const auto drafted = draft_of(entry);
  REQUIRE(drafted);
  CHECK((drafted->is_action && !drafted->has_who && drafted->has_day && drafted->measure == "Audit"));
}

}  // namespace
}  // namespace review
