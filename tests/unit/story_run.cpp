#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/story/memory_world.hpp"
#include "libreview/story/parse_story.hpp"
#include "libreview/story/run_story.hpp"
#include "libreview/story/tell_story.hpp"

namespace review {
namespace {

/// The story with these lines after its head, as it is told to a reader.
std::string told_run(const std::string& lines) {
  const RuleBook law = england();
  const Calendar calendar = england_and_wales();
  const auto story = parse_story("scenario A test\nsource wt-2023\n" + lines, "a.review", law);
  if (!story) return story.error().says;
  MemoryWorld world(law, calendar);
  std::ostringstream out;
  const bool held = tell_story(*story, world, {law, calendar}, out);
  return out.str() + (held ? "held" : "failed");
}

const std::string logged =
    "on Thu 2 April 2026\nrecord incident-logged local-authority-aware-on=2026-04-02 harm=death "
    "abuse-or-neglect=suspected\n";

bool ends_in(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

TEST_CASE("A story is told with the dates that were computed", "[unit][story]") {
  CHECK(told_run("on Thu 2 April 2026\nrefuse note-added text=x with not-in-this-stage\n" + logged +
                 "expect stage logged\n") ==
        "A test\n"
        "Thu 2 April 2026\n"
        "  refuse note-added text=x with not-in-this-stage\n"
        "    A case cannot begin with \"Note added\". Log an incident or a referral first.\n"
        "Thu 2 April 2026\n"
        "  record incident-logged local-authority-aware-on=2026-04-02 harm=death abuse-or-neglect=suspected\n"
        "    notify-panel: Due on Mon 13 April 2026. 5 working days left.\n"
        "    tell-partners: Due on Mon 13 April 2026. 5 working days left.\n"
        "  expect stage logged\n"
        "held");
}

TEST_CASE("The first thing that does not hold ends the telling, with its line", "[unit][story]") {
  const auto last = [](const std::string& lines) { return told_run(logged + lines + "\nexpect stage logged\n"); };
  CHECK(ends_in(last("expect clock notify-panel met due Tue 14 April 2026 left 4"),
                "a.review:5: expect clock notify-panel met due Tue 14 April 2026 left 4: it is running; due is Mon 13 "
                "April 2026; left is 5; Due on Mon 13 April 2026. 5 working days left.\nfailed"));
  CHECK(ends_in(last("expect stage notified"), "a.review:5: expect stage notified: it is logged\nfailed"));
  CHECK(ends_in(last("expect no clock notify-panel"),
                "expect no clock notify-panel: Due on Mon 13 April 2026. 5 working days left.\nfailed"));
  CHECK(ends_in(last("expect held by trial"), "expect held by trial: nothing holds it\nfailed"));
  CHECK(ends_in(last("expect overdue notify-panel"), "expect overdue notify-panel: overdue: nothing\nfailed"));
  CHECK(ends_in(last("expect irregularity conflicted"), "expect irregularity conflicted: there is none\nfailed"));
  CHECK(ends_in(last("expect decision lcspr"), "expect decision lcspr: nothing is decided\nfailed"));
  CHECK(ends_in(last("expect child child-1"), "expect child child-1: there is no such child\nfailed"));
  CHECK(ends_in(last("expect version 2"), "expect version 2: it is 1\nfailed"));
  CHECK(ends_in(last("expect panel-view agrees"), "expect panel-view agrees: it has not answered\nfailed"));
  CHECK(ends_in(last("expect not next panel-notified"), "expect not next panel-notified: it may come next\nfailed"));
  CHECK(ends_in(last("expect timetable meeting Thu 2 April 2026"),
                "The timetable begins with the notification to the Panel.\nfailed"));
  CHECK(ends_in(last("expect stage logged case=B"), "expect stage logged case=B: there is no case B yet\nfailed"));
  CHECK(ends_in(last("expect no case"), "expect no case: there is one\nfailed"));
}

TEST_CASE("What is refused against expectation fails, and what is taken against expectation too", "[unit][story]") {
  CHECK(ends_in(told_run(logged + "record rapid-review-submitted\n"),
                "a.review:5: record rapid-review-submitted: refused with notification-required: A rapid review follows "
                "a notification to the Panel. There is no live notification in this case. \nfailed"));
  CHECK(ends_in(told_run(logged + "refuse panel-notified with already-recorded\n"),
                "refuse panel-notified with already-recorded: it was taken\nfailed"));
  CHECK(ends_in(told_run(logged + "refuse rapid-review-submitted with sign-off-missing\n").substr(0),
                "There is no live notification in this case.\nfailed"));
  CHECK(ends_in(told_run(logged + "refuse panel-notified occurred-on=2026-04-03 with dated-in-the-future at /note\n"),
                "Record it when it has happened.\nfailed"));
}

TEST_CASE("A figure of the yearly report that is another one is told, and a row that there is not", "[unit][story]") {
  CHECK(ends_in(told_run(logged + "expect figure routes all 1\nexpect figure routes all 4\n"), ": it is 1\nfailed"));
  CHECK(ends_in(told_run(logged + "expect figure routes sideways 1\n"), ": the table has no such row\nfailed"));
  CHECK(ends_in(told_run(logged + "expect figure routes all sideways 1\n"), ": the table has no such column\nfailed"));
}

TEST_CASE("Whoever listens may let a story go on after something that does not hold", "[unit][story]") {
  const RuleBook law = england();
  const Calendar calendar = england_and_wales();
  const auto story = parse_story("scenario A\nsource wt-2023\n" + logged + "expect stage closed\nexpect stage logged\n",
                                 "a.review", law);
  REQUIRE(story);
  MemoryWorld world(law, calendar);
  int things = 0;
  CHECK_FALSE(run_story(*story, world, {law, calendar}, [&](const Told&) { return ++things > 0; }));
  CHECK(things == 4);
}

TEST_CASE("The memory world knows no case that was not opened, and no day ahead", "[unit][story]") {
  const RuleBook law = england();
  const Calendar calendar = england_and_wales();
  MemoryWorld world(law, calendar);
  world.set_today(*Date::parse("2026-04-02"));
  CHECK(world.show("26-0001", {}).error().code == Code::not_found);
  v1::Entry note;
  note.mutable_note_added()->set_text("x");
  CHECK(world.record("26-0001", note, "ann").error().code == Code::not_found);
  v1::Entry referral;
  referral.mutable_learning_referred()->set_referred_by("north-school");
  referral.mutable_learning_referred()->set_concern("x");
  const auto opened = world.record("", referral, "ann");
  REQUIRE(opened);
  CHECK(opened->case_id == "26-0001");
  CHECK(world.show("26-0001", Date::parse("2026-04-03").value()).error().code == Code::malformed);
  CHECK(world.entries("26-0001", {})->front().recorded_by() == "ann");
}

}  // namespace
}  // namespace review
