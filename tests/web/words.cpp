#include <catch2/catch.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "review/v1/case.pb.h"
#include "reviewd/base/short_name_words.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/stage_words.hpp"
#include "reviewd/web/words/step_words.hpp"
#include "reviewd/web/words/time_of_day.hpp"

namespace reviewd {
namespace {

boost::json::value json(std::string_view text) { return review::parse_json(text).value(); }

TEST_CASE("Texts of the API come in the words of practitioners", "[web]") {
  CHECK(practice_words("Notify the Panel") == "Notify the National Panel");
  CHECK(practice_words("the National Panel and the Panel") == "the National Panel and the National Panel");
  CHECK(practice_words("Child Safeguarding Practice Review Panel: local reviews") ==
        "Child Safeguarding Practice Review Panel: local reviews");
  CHECK(practice_words("the rapid review panel met") == "the rapid review panel met");
  CHECK(practice_words("Panel member") == "Panel member");
  CHECK(practice_words("Agency return received") == "Agency summary received");
  CHECK(practice_words("Agency returns are in") == "Agency summaries are in");
  CHECK(practice_words("two agency returns, one agency return") == "two agency summaries, one agency summary");
  CHECK(practice_words("Notify for looked-after children") == "Notify for children in care");
  // A phrase within a longer word is not that phrase.
  CHECK(practice_words("an agency returned it") == "an agency returned it");
  CHECK(practice_words("Position recorded") == "Agency's view recorded");
  CHECK(practice_words("suspected on 2026-11-09.") == "suspected on Monday 9 November 2026.");
  CHECK(practice_words("order 2026-99-99") == "order 2026-99-99");
  CHECK(practice_words("\"Case closed\" does not fit the stage AWAITING_PANEL of this case.") ==
        "\"Case closed\" does not fit the stage “Waiting for the National Panel” of this case.");
}

TEST_CASE("A time is read as people type it, and refused where it may be of the morning or of the afternoon", "[web]") {
  for (const auto* typed : {"2:30pm", "2.30 PM", "14:30", "1430", "230 p.m."}) {
    INFO(typed);
    CHECK(time_of_day(typed) == "14:30");
  }
  for (const auto* typed : {"9:30am", "9:30", "09:30", "9.30 a.m."}) {
    INFO(typed);
    CHECK(time_of_day(typed) == "09:30");
  }
  CHECK(time_of_day("midday") == "12:00");
  CHECK(time_of_day("12am") == "00:00");
  CHECK(time_of_day("12pm") == "12:00");
  for (const auto* typed :
       {"", "2:30", "9", "14", "25:00", "14pm", "9:75am", "after lunch", "9:", ":30", "9:5am", "12345"}) {
    INFO(typed);
    CHECK_FALSE(time_of_day(typed));
  }
  CHECK(time_words("14:30") == "2:30pm");
  CHECK(time_words("09:00") == "9am");
  CHECK(time_words("00:15") == "12:15am");
  CHECK(time_words("12:00") == "midday");
  CHECK(time_words("after the board") == "after the board");
}

TEST_CASE("Somebody is called by the name of their account, and else by the short name", "[web]") {
  const Register known(
      json(R"({"agencies":[{"agency":"east","name":"East School",
                                "contacts":[{"contact":"b-jones","name":"B Jones"}]}]})"),
      json(R"({"people":[{"person":"people/a-verma","name":"Asha Verma"},{"person":"people/c-lee"}]})"));
  CHECK(known.person("people/a-verma") == "Asha Verma");
  CHECK(known.person("a-verma") == "Asha Verma");
  CHECK(known.person("people/c-lee") == "c-lee");
  CHECK(known.person("people/b-jones") == "B Jones, East School");
}

TEST_CASE("A step that is not open is not named twice", "[web]") {
  CHECK(not_open_words("\"Case reopened\" does not fit the stage LOGGED of this case.") ==
        "It does not fit the stage “Incident logged” of this case.");
  CHECK(not_open_words("There is no review in this case yet.") == "There is no review in this case yet.");
}

TEST_CASE("Every stage of the schema has words of its own", "[web]") {
  const auto* type = review::v1::Stage_descriptor();
  REQUIRE(stages().size() + programme_stages().size() == static_cast<std::size_t>(type->value_count() - 1));
  for (int i = 1; i < type->value_count(); ++i) {
    const auto code = type->value(i)->name().substr(std::string_view("STAGE_").size());
    CHECK(stage_words(code) != code);
  }
  CHECK(stage_words("ELSEWHERE") == "ELSEWHERE");
}

TEST_CASE("Every state of a clock has words that need no colour", "[web]") {
  const auto* type = review::v1::ClockState_descriptor();
  for (int i = 2; i < type->value_count(); ++i) {
    const auto code = type->value(i)->name().substr(std::string_view("CLOCK_STATE_").size());
    CHECK(state_words(code) != "Not started");
  }
  CHECK(state_words("OVERDUE") == "Out of timescale");
  CHECK(state_words("MET_LATE") == "Completed out of timescale");
}

TEST_CASE("How a clock stands is one sentence with its day", "[web]") {
  CHECK(standing_words(json(R"({"state":"RUNNING","dueOn":"2026-11-23","workingDaysLeft":1})")) ==
        "Due on Monday 23 November 2026, 1 working day left");
  CHECK(standing_words(json(R"({"state":"RUNNING","dueOn":"2026-11-22","workingDaysLeft":0})")) ==
        "Due on Sunday 22 November 2026, no working day is left");
  CHECK(standing_words(json(R"({"state":"RUNNING","dueOn":"2027-04-28","minimum":true})")) ==
        "Must last until Wednesday 28 April 2027 at least");
  CHECK(standing_words(json(R"({"state":"DUE_TODAY","dueOn":"2026-11-20"})")) == "Due today, Friday 20 November 2026");
  CHECK(standing_words(json(R"({"state":"OVERDUE","dueOn":"2026-11-16","workingDaysLate":4})")) ==
        "Was due on Monday 16 November 2026, 4 working days ago");
  CHECK(standing_words(json(R"({"state":"OVERDUE","dueOn":"2026-11-21","workingDaysLate":0})")) ==
        "Was due on Saturday 21 November 2026");
  CHECK(standing_words(
            json(R"({"state":"MET_LATE","dueOn":"2026-11-16","stoppedOn":"2026-11-17","workingDaysLate":1})")) ==
        "Done on Tuesday 17 November 2026, 1 working day late. It was due on Monday 16 November 2026");
  CHECK(standing_words(json(R"({"state":"NOT_COMPUTED","why":"The Panel's list ends."})")) ==
        "The National Panel's list ends.");
}

TEST_CASE("A clock is named with what it is about, and links to its working", "[web]") {
  const auto clock = json(R"({"clock":"agency-return:health-visiting","case":"26-0013","title":"Agency return",
    "agency":"health-visiting","owedBy":"AGENCY","state":"OVERDUE","dueOn":"2026-10-30","workingDaysLate":15})");
  const auto row = clock_row(clock, Register());
  CHECK(row.at("title") == "Agency summary: Health visiting");
  CHECK(row.at("owner") == "Health visiting");
  CHECK(row.at("address") == "/cases/26-0013/clocks/agency-return%3Ahealth-visiting");
  CHECK(clock_title(json(R"({"clock":"action:handover","title":"Complete the action"})"), Register()) ==
        "Complete the action: Handover");
}

TEST_CASE("A case is called by the pseudonyms of its children", "[web]") {
  CHECK(case_name(json(R"({"children":[]})")) == "Child not named yet");
  CHECK(case_name(json(R"({"children":[{"child":"child-1","pseudonym":"Child A"}]})")) == "Child A");
  CHECK(case_name(json(R"({"children":[{"pseudonym":"A"},{"pseudonym":"B"},{"pseudonym":"C"}]})")) == "A, B and C");
}

TEST_CASE("A child is described by what is known, and by nothing else", "[web]") {
  const auto child = child_words(json(R"({"child":"child-1","pseudonym":"Baby 1","ageWeeks":1,"lookedAfter":true,
    "harm":"SERIOUS_HARM","plan":"CHILD_PROTECTION"})"),
                                 Register());
  CHECK(child.at("name") == "Baby 1");
  CHECK(child.at("facts") == json(R"([{"words":"1 week old"},{"words":"Serious harm"},{"words":"Child in care"},
    {"words":"Child protection plan"}])"));
  CHECK(child_words(json(R"({"child":"child-2"})"), Register()).at("name") == "Child 2");
}

TEST_CASE("Agencies, councils and contacts are called as the register has them", "[web]") {
  const Register known(json(R"({"agencies":[{"agency":"police-west","name":"Westmoor Police","contacts":[
    {"contact":"contact-abc","name":"B Jones"}]},{"agency":"westmoor","name":"Westmoor Borough Council"}]})"));
  CHECK(known.agency("police-west") == "Westmoor Police");
  CHECK(known.agency("agencies/police-west") == "Westmoor Police");
  CHECK(known.agency("POLICE") == "Police");
  CHECK(known.agency("acute-trust") == "Acute trust");
  CHECK(known.authority("westmoor") == "Westmoor Borough Council");
  CHECK(known.authority("stoke-on-trent") == "Stoke on Trent");
  CHECK(known.person("people/contact-abc") == "B Jones, Westmoor Police");
  CHECK(known.person("people/a-smith") == "a-smith");
}

TEST_CASE("Telling the Panel is the local authority's duty, and the rapid review the partners'", "[web]") {
  const auto owner = [](const char* clock) {
    return owner_words(boost::json::object{{"clock", clock}, {"owedBy", "US"}}, Register());
  };
  CHECK(owner("notify-panel") == "The local authority");
  CHECK(owner("notify-care-leaver-death:2") == "The local authority");
  CHECK(owner("tell-partners") == "The local authority");
  CHECK(owner("rapid-review") == "The partnership");
}

TEST_CASE("Names of the record read as words", "[web]") {
  CHECK(agency_words("POLICE") == "Police");
  CHECK(agency_words("acute-trust") == "Acute trust");
  CHECK(name_words("proceedings-1") == "Proceedings 1");
  CHECK(place_words("stoke-on-trent") == "Stoke on Trent");
  CHECK(place_words("isle-of-wight") == "Isle of Wight");
  CHECK(choice_words("Harm", "SERIOUS_HARM") == "Serious harm");
  CHECK(choice_words("Harm", "BROKEN") == "BROKEN");
  CHECK(choice_words("Harm", "").empty());
}

}  // namespace
}  // namespace reviewd
