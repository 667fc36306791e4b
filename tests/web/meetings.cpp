#include "tests/http/meeting_support.hpp"
#include "tests/support/browser.hpp"

/// Meetings and agencies' views in the browser, without scripts.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

std::string hidden_input(const HttpAnswer& page, const std::string& name) {
  const auto at = page.body.find("name=\"" + name + "\" value=\"");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 15;
  return page.body.substr(from, page.body.find('"', from) - from);
}

/// Where the answer leads, which must have been taken.
std::string taken(const HttpAnswer& answer) {
  INFO(answer.body);
  REQUIRE(answer.status == 303);
  const auto to = answer.header("Location");
  return to.substr(0, to.find('#'));
}

TEST_CASE("A coordinator calls a meeting, minutes it, ends it and finds the decision prepared", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto empty = browser.open("/meetings");
  CHECK(says(empty, "No meeting is called."));
  const auto form = browser.open("/meetings/new");
  CHECK(says(form, id + ": Child A"));
  const auto wrong = browser.send("/meetings/new", {{"key", hidden_input(form, "key")}, {"do", "record"}});
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "<title>Error: Call a meeting"));
  CHECK(says(wrong, "href=\"#meetingCalled-title\""));
  const auto page = taken(browser.send("/meetings/new", {{"key", hidden_input(form, "key")},
                                                         {"meetingCalled.title", "Rapid review panel"},
                                                         {"meetingCalled.heldOn.day", "7"},
                                                         {"meetingCalled.heldOn.month", "1"},
                                                         {"meetingCalled.heldOn.year", "2026"},
                                                         {"meetingCalled.beginsAt", "10:00"},
                                                         {"meetingCalled.cases", id},
                                                         {"meetingCalled.others", "Matters arising\nNext day"},
                                                         {"meetingCalled.invited.0.agency", "POLICE"},
                                                         {"meetingCalled.invited.0.person", "pat"},
                                                         {"do", "record"}}));
  CHECK(page == "/meetings/m26-0001");
  auto shown = browser.open(page);
  CHECK(says(shown, "Wednesday 7 January 2026 at 10am"));
  CHECK(says(shown, "Matters arising"));
  CHECK(says(shown, "Who came is not recorded yet."));
  CHECK(says(browser.open("/"), "Rapid review panel"));
  CHECK(says(browser.open("/meetings"), "Rapid review panel"));

  const auto seats = browser.open(page + "/add/attendanceRecorded");
  CHECK(says(seats, "Police: pat"));
  taken(browser.send(page + "/add/attendanceRecorded",
                     {{"version", "1"},
                      {"attendanceRecorded.attendance.0.agency", "POLICE"},
                      {"attendanceRecorded.attendance.0.person", "pat"},
                      {"attendanceRecorded.attendance.0.presence", "APOLOGIES"},
                      {"attendanceRecorded.attendance.1.agency", "LOCAL_AUTHORITY"},
                      {"attendanceRecorded.attendance.1.presence", "PRESENT"},
                      {"attendanceRecorded.attendance.2.agency", "INTEGRATED_CARE_BOARD"},
                      {"do", "record"}}));
  shown = browser.open(page);
  CHECK(says(shown, "Not quorate: nobody came for the integrated care board and the police."));
  CHECK(says(shown, "Apologies"));
  const FormValues minutes{
      {"version", "2"}, {"itemMinuted.item", id}, {"itemMinuted.minutes", "The panel met."}, {"do", "record"}};
  taken(browser.send(page + "/add/itemMinuted", minutes));
  const auto stale = browser.send(page + "/add/itemMinuted", minutes);
  CHECK(stale.status == 412);
  CHECK(says(stale, "Somebody recorded something meanwhile"));
  CHECK(says(stale, "The panel met."));
  CHECK(hidden_input(stale, "version") == "3");

  CHECK(says(browser.open(page + "/add/itemRecommended?itemRecommended.item=" + id), "themes that come back"));
  taken(browser.send(page + "/add/itemRecommended", {{"version", "3"},
                                                     {"itemRecommended.item", id},
                                                     {"itemRecommended.recommends", "LCSPR"},
                                                     {"itemRecommended.reasons", "Learning."},
                                                     {"itemRecommended.criteria.0.criterion", "improvements-needed"},
                                                     {"itemRecommended.criteria.0.met", "YES"},
                                                     {"itemRecommended.criteria.1.criterion", "recurrent-themes"},
                                                     {"do", "record"}}));
  taken(browser.send(page + "/add/meetingEnded",
                     {{"version", "4"}, {"meetingEnded.chair", "a-deputy"}, {"do", "record"}}));
  shown = browser.open(page);
  CHECK(says(shown, "Ended on Wednesday 7 January 2026"));
  CHECK(says(shown, "Chaired by"));
  const auto decide = "/cases/" + id + "/add/rapidReviewDecided?rapidReviewDecided.meeting=m26-0001" +
                      "&amp;rapidReviewDecided.outcome=LCSPR";
  CHECK(says(shown, decide));
  const auto decision = browser.open("/cases/" + id +
                                     "/add/rapidReviewDecided?rapidReviewDecided.meeting=m26-0001&"
                                     "rapidReviewDecided.outcome=LCSPR");
  CHECK(decision.status == 200);
  CHECK(says(decision, "What the rapid review found, for its submission to the National Panel"));
  CHECK(says(decision, "name=\"rapidReviewDecided.childVoice\""));
  CHECK((says(decision, "value=\"LCSPR\" checked") || says(decision, "value=\"LCSPR\" selected")));
  CHECK(entries_of(practice, id, "meetingHeld").size() == 1);
}

TEST_CASE("A meeting has a time that everybody reads alike, and its chair has a seat", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto form = browser.open("/meetings/new");
  FormValues typed{{"key", hidden_input(form, "key")},    {"meetingCalled.title", "Panel"},
                   {"meetingCalled.heldOn.day", "7"},     {"meetingCalled.heldOn.month", "1"},
                   {"meetingCalled.heldOn.year", "2026"}, {"meetingCalled.chair", "cleo"},
                   {"meetingCalled.beginsAt", "2:30"},    {"do", "record"}};
  const auto wrong = browser.send("/meetings/new", typed);
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "href=\"#meetingCalled-beginsAt\""));
  CHECK(says(wrong, "Say whether it is am or pm"));
  CHECK(says(wrong, "value=\"2:30\""));
  typed[6].second = "2:30pm";
  const auto page = taken(browser.send("/meetings/new", typed));
  CHECK(says(browser.open(page), "7 January 2026 at 2:30pm"));
  CHECK(says(browser.open(page + "/add/meetingCalled"), "value=\"2:30pm\""));
  CHECK(says(browser.open(page + "/add/attendanceRecorded"), "Chair: cleo"));
  taken(browser.send(page + "/add/attendanceRecorded", {{"version", "1"},
                                                        {"attendanceRecorded.attendance.0.agency", "BOARD"},
                                                        {"attendanceRecorded.attendance.0.person", "cleo"},
                                                        {"attendanceRecorded.attendance.0.presence", "PRESENT"},
                                                        {"do", "record"}}));
  const auto seats = browser.open(page).body;
  CHECK(seats.find(">Chair</th>") != std::string::npos);
  CHECK(seats.find("Board of the partnership") == std::string::npos);
}

TEST_CASE("After the decision the meeting shows it, who has signed, and the actions agreed", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-07");
  add_to(practice.coordinator, meeting, everybody);
  add_to(practice.coordinator, meeting, R"({"meetingEnded":{}})");
  practice.add(id, decided("LCSPR", meeting));
  practice.add(id, signed_off("POLICE"));
  practice.add(id, R"({"actionAgreed":{"what":"Look at handovers","owner":"police","dueOn":"2026-03-02"}})");
  practice.add(id, fmt::format(R"({{"documentFiled":{{"title":"Chronology","meeting":"{}"}}}})", meeting));
  auto chair = Browser::of(practice.daemon, "cleo", "chair");
  const auto page = chair.open("/meetings/" + meeting);
  CHECK(page.status == 200);
  CHECK(says(page, "Local child safeguarding practice review, Wednesday 7 January 2026"));
  CHECK(says(page, "Signed on Wednesday 7 January 2026: Agrees"));
  CHECK(says(page, "Not signed yet"));
  CHECK(says(page, "signedOff.body=LOCAL_AUTHORITY"));
  CHECK(says(page, "Look at handovers"));
  CHECK(says(page, "Chronology"));
  CHECK(says(page, "Quorate: the local authority, the integrated care board and the police were there."));
}

TEST_CASE("A member of the panel gives a view, leaves an item, and is asked for no more", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"memberAdded":{"person":"pat","role":"PANEL_MEMBER","agency":"police"}})");
  const auto meeting = call_meeting(practice, {id}, "2026-01-15");
  auto pat = Browser::of(practice.daemon, "pat", "panel-member");
  const auto home = pat.open("/");
  CHECK(says(home, "Views asked of you"));
  CHECK(says(home, "/cases/" + id + "/view?meeting=" + meeting));
  const auto form = pat.open("/cases/" + id + "/view?meeting=" + meeting);
  CHECK(form.status == 200);
  CHECK(hidden_input(form, "positionRecorded.agency") == "police");
  CHECK(hidden_input(form, "positionRecorded.meeting") == meeting);
  const auto to = taken(pat.send("/cases/" + id + "/view", {{"positionRecorded.agency", "police"},
                                                            {"positionRecorded.person", "pat"},
                                                            {"positionRecorded.meeting", meeting},
                                                            {"positionRecorded.recommends", "TABLETOP"},
                                                            {"positionRecorded.reasons", "Enough."},
                                                            {"do", "record"}}));
  CHECK(to == "/meetings/" + meeting);
  CHECK(says(pat.open(to), "Police: Tabletop review. Enough."));
  CHECK(says(pat.open("/cases/" + id), "for the meeting " + meeting));
  CHECK(says(pat.open("/"), "Nobody waits for your view."));
  CHECK(pat.open("/meetings/new").status == 403);
  CHECK(pat.open(to + "/add/itemMinuted").status == 403);
  CHECK_FALSE(says(pat.open(to), "Write the minutes"));

  const auto conflict = to + "/add/itemConflictDeclared";
  const auto asked = pat.open(conflict + "?itemConflictDeclared.item=" + id);
  CHECK(says(asked, "Gives no view: stays and listens"));
  CHECK(hidden_input(asked, "itemConflictDeclared.person") == "pat");
  taken(pat.send(conflict, {{"itemConflictDeclared.item", id},
                            {"itemConflictDeclared.person", "pat"},
                            {"itemConflictDeclared.managed", "LEAVES_ITEM"},
                            {"do", "record"}}));
  const auto left = pat.open(to);
  CHECK(says(left, "You have left this item"));
  CHECK_FALSE(says(left, "Tabletop review"));
  auto chair = Browser::of(practice.daemon, "cleo", "chair");
  CHECK(says(chair.open(to), "Leaves the item"));
}

TEST_CASE("Who gives no position reads why, instead of a form", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"memberAdded":{"person":"pat","role":"PANEL_MEMBER","agency":"police"}})");
  practice.add(id, R"({"conflictDeclared":{"person":"pat","managed":"NO_POSITION"}})");
  auto pat = Browser::of(practice.daemon, "pat", "panel-member");
  const auto page = pat.open("/cases/" + id + "/view");
  CHECK(page.status == 200);
  CHECK(says(page, "You give no view on this case"));
  CHECK(says(page, "Gives no view"));
  CHECK_FALSE(says(page, "positionRecorded"));
}

TEST_CASE("Views asked for between meetings show who has answered, and lead to a decision without a meeting", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"circulationStarted":{"question":"Is a tabletop review enough?",)"
                   R"("agencies":["POLICE","LOCAL_AUTHORITY"],"respondBy":"2026-01-12"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/cases/" + id + "/circulations/circulation-1";
  auto page = browser.open(at);
  CHECK(says(page, "Is a tabletop review enough?"));
  CHECK(says(page, "3 working days left"));
  CHECK_FALSE(says(page, "Record the partners"));
  for (const auto* agency : {"POLICE", "LOCAL_AUTHORITY"}) {
    const auto to = taken(browser.send("/cases/" + id + "/view", {{"positionRecorded.agency", agency},
                                                                  {"positionRecorded.circulation", "circulation-1"},
                                                                  {"positionRecorded.recommends", "TABLETOP"},
                                                                  {"do", "record"}}));
    CHECK(to == at);
  }
  page = browser.open(at);
  CHECK(says(page, "All have answered"));
  CHECK(says(page, "/cases/" + id + "/add/rapidReviewDecided\""));
  CHECK(says(browser.open("/cases/" + id), "Asked for between meetings"));
  CHECK(browser.open("/cases/" + id + "/circulations/none").status == 404);
  const auto refused = browser.send("/cases/" + id + "/view", {{"do", "record"}});
  CHECK(refused.status == 400);
  CHECK(says(refused, "There is a problem"));
}

TEST_CASE("A meeting that there is not is the same as one that is not for you", "[web]") {
  Practice practice;
  const auto meeting = call_meeting(practice, {}, "2026-01-15");
  auto stranger = Browser::of(practice.daemon, "a-stranger", "panel-member");
  for (const auto& address :
       {"/meetings/" + meeting, std::string("/meetings/m26-9999"), "/meetings/" + meeting + "/add/itemConflictDeclared",
        "/meetings/" + meeting + "/add/none"}) {
    INFO(address);
    const auto page = stranger.open(address);
    CHECK(page.status == 404);
    CHECK(says(page, "Page not found"));
  }
  auto administrator = Browser::of(practice.daemon, "the-administrator", "administrator");
  CHECK(administrator.open("/meetings").status == 403);
  CHECK(administrator.open("/meetings/" + meeting).status == 403);
}

}  // namespace
}  // namespace review::service_test
