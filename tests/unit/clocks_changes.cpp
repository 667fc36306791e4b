#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "libreview/clocks/changes.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/clocks/timetable.hpp"
#include "libreview/vocabulary/names.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using Moves = std::map<std::string, std::string>;

/// What an entry does to the clocks of a case, read on its day.
Moves does(SmallCase& one, const std::string& json) {
  const auto before = readings(one.file(), law(), calendar(), one.today());
  one.must(json);
  Moves moves;
  for (const auto& change : changes(before, readings(one.file(), law(), calendar(), one.today()))) {
    INFO(change.clock());
    CHECK(change.has_after() == true);
    moves[change.clock()] = short_name_of(change.change(), v1::Change_descriptor());
  }
  return moves;
}

const v1::TimetableStep& step(const v1::Timetable& table, const std::string& name) {
  for (const auto& one : table.steps()) {
    if (one.step() == name) return one;
  }
  throw std::out_of_range(name);
}

}  // namespace

TEST_CASE("what an entry does to the clocks", "[unit]") {
  SmallCase one;
  CHECK(does(one, incident) == Moves{{"notify-panel", "STARTS"}, {"tell-partners", "STARTS"}});
  CHECK(does(one, "{'noteAdded':{'text':'x'}}").empty());
  one.on("2026-03-04");
  CHECK(does(one, "{'circumstancesChanged':{'abuseOrNeglect':'KNOWN','on':'2026-03-04'}}").empty());
  CHECK(does(one,
             "{'notificationDecided':{'decision':'DO_NOT_NOTIFY','reasons':'x','criteria':["
             "{'criterion':'abuse-or-neglect','met':'NO'},{'criterion':'died-or-seriously-harmed','met':'YES'},"
             "{'criterion':'area-or-residence','met':'YES'}]}}") ==
        Moves{{"notify-panel", "CANCELS"}, {"tell-partners", "CANCELS"}});
  CHECK(does(one, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}") ==
        Moves{{"rapid-review", "STARTS"}, {"rapid-review-meeting", "STARTS"}});
  one.on("2026-03-05");
  CHECK(does(one, "{'agencyReturnRequested':{'agencies':['city-hospital'],'dueOn':'2026-03-12'}}") ==
        Moves{{"agency-return:city-hospital", "STARTS"}});
  CHECK(does(one, "{'agencyReturnReceived':{'agency':'city-hospital','completeness':'PARTIAL'}}").empty());
  CHECK(does(one, "{'agencyReturnReceived':{'agency':'city-hospital'}}") ==
        Moves{{"agency-return:city-hospital", "STOPS"}});
  CHECK(does(one, "{'actionAgreed':{'owner':'POLICE','dueOn':'2026-06-01'}}") == Moves{{"action", "STARTS"}});
  CHECK(does(one, "{'actionUpdated':{'progress':'RED','dueOn':'2026-07-01','reason':'why'}}") ==
        Moves{{"action", "MOVES"}});
  CHECK(does(one, "{'actionUpdated':{'progress':'COMPLETE'}}") ==
        Moves{{"action", "STOPS"}, {"action-recheck", "STARTS"}, {"action-recheck-again", "STARTS"}});
  CHECK(does(one, "{'notificationWithdrawn':{'reasons':'x'}}") ==
        Moves{{"rapid-review", "CANCELS"}, {"rapid-review-meeting", "CANCELS"}});
}

TEST_CASE("a correction moves a clock, or takes it away", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.on("2026-03-04");
  one.must("{'panelNotified':{}}");
  CHECK(does(one,
             "{'entryCorrected':{'entry':'entry-2','reason':'x','replacement':"
             "{'occurredOn':'2026-03-03','panelNotified':{}}}}") ==
        Moves{{"notify-panel", "MOVES"}, {"rapid-review", "MOVES"}, {"rapid-review-meeting", "MOVES"}});
  const auto before = readings(one.file(), law(), calendar(), one.today());
  one.must("{'entryWithdrawn':{'entry':'entry-2','reason':'MISTAKE'}}");
  std::map<std::string, std::string> gone;
  for (const auto& change : changes(before, readings(one.file(), law(), calendar(), one.today()))) {
    gone[change.clock()] = short_name_of(change.change(), v1::Change_descriptor());
    if (change.clock() == "rapid-review") {
      CHECK(change.has_before());
      CHECK_FALSE(change.has_after());
    }
  }
  CHECK(gone == Moves{{"notify-panel", "MOVES"}, {"rapid-review", "CANCELS"}, {"rapid-review-meeting", "CANCELS"}});
}

TEST_CASE("the timetable begins with the notification", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto none = timetable(one.file(), law(), calendar(), one.today());
  CHECK(none.steps_size() == 0);
  CHECK_FALSE(none.why().empty());
  one.on("2026-03-04").must("{'panelNotified':{}}");
  const auto table = timetable(one.file(), law(), calendar(), one.today());
  CHECK(table.notified_on() == "2026-03-04");
  CHECK(table.national_due_on() == "2026-03-25");
  REQUIRE(table.steps_size() == 6);
  CHECK(step(table, "requests").from_on() == "2026-03-04");
  CHECK(step(table, "meeting").from_on() == "2026-03-16");
  CHECK(step(table, "meeting").due_on() == "2026-03-18");
  CHECK(step(table, "meeting").day() == 10);
  CHECK(step(table, "submission").due_on() == "2026-03-25");
  for (const auto& planned : table.steps()) {
    INFO(planned.step());
    CHECK_FALSE(planned.moved());
    CHECK_FALSE(planned.has_done_on());
    CHECK_FALSE(planned.after_national_date());
  }
}

TEST_CASE("a moved step keeps its new day, and the national date never moves with it", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.on("2026-03-04").must("{'panelNotified':{}}");
  one.must("{'timetableMoved':{'step':'meeting','to':'2026-03-20','reasons':'x'}}");
  one.must("{'timetableMoved':{'step':'draft','to':'2026-03-30'}}");
  one.must("{'timetableMoved':{'step':'meeting','to':'2026-03-19'}}");
  const auto table = timetable(one.file(), law(), calendar(), one.today());
  CHECK(table.national_due_on() == "2026-03-25");
  CHECK(step(table, "meeting").moved());
  CHECK(step(table, "meeting").due_on() == "2026-03-19");
  CHECK(step(table, "meeting").day() == 11);
  CHECK_FALSE(step(table, "meeting").after_national_date());
  CHECK(step(table, "draft").due_on() == "2026-03-30");
  CHECK(step(table, "draft").after_national_date());
  CHECK_FALSE(step(table, "sign-off").moved());
  CHECK(one.refused("{'timetableMoved':{'step':'lunch','to':'2026-03-19'}}") == "missing-reference");
  CHECK(one.refused("{'timetableMoved':{'step':'draft','to':'2026-03-03'}}") == "dated-before-start");
}

TEST_CASE("a step says when it was done, since this notification", "[unit]") {
  SmallCase one;
  one.reviewed("LCSPR");
  const auto table = timetable(one.file(), law(), calendar(), one.today());
  CHECK(step(table, "meeting").done_on() == "2026-03-13");
  CHECK(step(table, "draft").done_on() == "2026-03-13");
  CHECK(step(table, "submission").done_on() == "2026-03-20");
  CHECK_FALSE(step(table, "returns").has_done_on());
}

}  // namespace review::test
