#include <string>

#include "tests/http/service_support.hpp"
#include "tests/http/sight_support.hpp"
#include "tests/support/browser.hpp"

/// The registers of actions and recommendations and a round of monitoring, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

/// A case with an action that slipped and is late, and one that is complete.
struct Tracked {
  Practice practice;
  std::string id = practice.open();
  Browser browser = Browser::of(practice.daemon, "a-smith", "coordinator");

  Tracked() {
    practice.add(id, R"({"actionAgreed":{"action":"handovers","what":"Write handovers down.","owner":"POLICE",)"
                     R"("dueOn":"2026-02-02","monitoredBy":"SUBGROUP"}})");
    practice.add(id, R"({"actionAgreed":{"action":"training","what":"Train the ward.","owner":"city-hospital",)"
                     R"("dueOn":"2026-03-02"}})");
    practice.day("2026-02-03");
    practice.add(id, R"({"actionUpdated":{"action":"handovers","progress":"RED","dueOn":"2026-03-16",)"
                     R"("reason":"Nobody to do it.","reached":"CHECKED","evidence":"Invented."}})");
    practice.add(id, R"({"actionUpdated":{"action":"training","progress":"COMPLETE"}})");
    practice.day("2026-03-17");
  }
};

TEST_CASE("Actions of all cases stand on one page, in words and not by colour alone", "[web]") {
  Tracked tracked;
  const auto page = tracked.browser.open("/actions");
  CHECK(page.status == 200);
  for (const auto* words :
       {"Write handovers down.", "Red: off track", "Overdue", "Moved later 1 time",
        "Left out: Said to be done, Completed", "Train the ward.", "Complete since Tuesday 3 February 2026"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK(says(page, "/add/actionUpdated?actionUpdated.action=handovers"));
  CHECK(says(page, "/add/actionRechecked?actionRechecked.action=training"));
  // The link opens the form with the action in it.
  CHECK(says(tracked.browser.open("/cases/" + tracked.id + "/add/actionUpdated?actionUpdated.action=handovers"),
             "value=\"handovers\""));
}

TEST_CASE("The page of a case tells in full what is still to be done, and what is complete in a few sentences",
          "[web]") {
  Tracked tracked;
  const auto page = tracked.browser.open("/cases/" + tracked.id).body;
  CHECK(says(page, "<dd class=\"govuk-summary-list__value\">Write handovers down.</dd>"));
  CHECK(says(page, ">Training</dt>"));
  CHECK(says(page,
             ">Train the ward. City hospital. Due on: Mon 2 Mar 2026. Complete since Tuesday 3 February 2026. "
             "How far it has reached: Not said.</dd>"));
  CHECK(page.find("Write handovers down.") < page.find("Train the ward."));
}

TEST_CASE("The list of actions is narrowed by its form, and taken away as a file", "[web]") {
  Tracked tracked;
  const auto late = tracked.browser.open("/actions?overdue=true&progress=RED&group=SUBGROUP");
  CHECK(says(late, "Write handovers down."));
  CHECK_FALSE(says(late, "Train the ward."));
  CHECK(says(late, "<option value=\"SUBGROUP\" selected>"));
  CHECK(says(late, "/actions.csv?progress=RED&amp;overdue=true&amp;group=SUBGROUP"));
  CHECK(says(tracked.browser.open("/actions?progress=GREEN"), "There is no such action"));
  const auto open = tracked.browser.open("/actions?progress=OPEN");
  CHECK(says(open, "Write handovers down."));
  CHECK_FALSE(says(open, "Train the ward."));
  // Nobody watches over the other one, which is complete.
  CHECK(says(tracked.browser.open("/actions?group=NOBODY"), "Train the ward."));
  CHECK(says(tracked.browser.open("/actions?group=NOBODY&progress=OPEN"), "There is no such action"));
  // What is no choice is passed over.
  CHECK(says(tracked.browser.open("/actions?progress=BLUE"), "Train the ward."));
  const auto file = tracked.browser.open("/actions.csv?progress=RED");
  CHECK(file.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(says(file, tracked.id + ",handovers,"));
  CHECK_FALSE(says(file, "training"));
  CHECK(Browser::of(tracked.practice.daemon, "the-administrator", "administrator").open("/actions").status == 403);
}

TEST_CASE("An owner is not asked which group watches over its action, nor how often", "[web]") {
  Tracked tracked;
  tracked.practice.add(tracked.id, member_of("pat", "police", "AGENCY_CONTACT"));
  auto owner = Browser::of(tracked.practice.daemon, "pat", "agency-contact");
  const auto at = "/cases/" + tracked.id + "/add/actionUpdated?actionUpdated.action=handovers";
  const auto form = owner.open(at);
  REQUIRE(form.status == 200);
  CHECK(says(form, "actionUpdated.progress"));
  CHECK_FALSE(says(form, "actionUpdated.monitored"));
  const auto of_office = tracked.browser.open(at);
  CHECK(says(of_office, "actionUpdated.monitoredBy"));
  CHECK(says(of_office, "actionUpdated.monitoredEvery"));
}

TEST_CASE("Who may not update an action is not asked to", "[web]") {
  Tracked tracked;
  auto reader = Browser::of(tracked.practice.daemon, "a-reader", "reader");
  const auto page = reader.open("/actions");
  CHECK(says(page, "Write handovers down."));
  CHECK_FALSE(says(page, "/add/actionUpdated"));
}

TEST_CASE("Recommendations are listed with the answer of each body", "[web]") {
  Tracked tracked;
  tracked.practice.add(
      tracked.id, R"({"recommendationMade":{"text":"Change the form.","kind":"NATIONAL","to":["PANEL","OFSTED"]}})");
  tracked.practice.add(tracked.id,
                       R"({"recommendationAnswered":{"by":"OFSTED","answer":"REJECTED","reasons":"It is there."}})");
  const auto page = tracked.browser.open("/recommendations");
  for (const auto* words : {"Change the form.", "Answer awaited", "Rejected on Tuesday 17 March 2026. It is there.",
                            "National", "recommendationAnswered.by=PANEL"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  const auto awaited = tracked.browser.open("/recommendations?state=AWAITED&to=PANEL");
  CHECK(says(awaited, "Answer awaited"));
  CHECK_FALSE(says(awaited, "It is there."));
  CHECK(says(tracked.browser.open("/recommendations.csv?state=REJECTED"), ",OFSTED,REJECTED"));
}

/// The row of the register whose link answers for this body, from its link on.
std::string deed_of(const test::HttpAnswer& page, const std::string& body) {
  const auto at = page.body.find("recommendationAnswered.by=" + body + "\"");
  REQUIRE(at != std::string::npos);
  return page.body.substr(at, page.body.find("</tr>", at) - at);
}

TEST_CASE("A recommendation that has an answer offers to change it, and one that has none to record it", "[web]") {
  Tracked tracked;
  tracked.practice.add(
      tracked.id, R"({"recommendationMade":{"text":"Change the form.","kind":"NATIONAL","to":["PANEL","OFSTED"]}})");
  tracked.practice.add(tracked.id,
                       R"({"recommendationAnswered":{"by":"OFSTED","answer":"REJECTED","reasons":"It is there."}})");
  const auto page = tracked.browser.open("/recommendations");
  CHECK(says(deed_of(page, "OFSTED"), "Change the answer"));
  CHECK(says(deed_of(page, "PANEL"), "Record the answer"));
  CHECK_FALSE(says(tracked.browser.open("/recommendations?state=REJECTED"), "Record the answer"));
  CHECK_FALSE(says(tracked.browser.open("/recommendations?state=AWAITED"), "Change the answer"));
  // What it changes to is what counts.
  tracked.practice.add(tracked.id, R"({"recommendationAnswered":{"by":"OFSTED","answer":"ACCEPTED"}})");
  const auto changed = tracked.browser.open("/recommendations?to=OFSTED");
  CHECK(says(changed, "Accepted on"));
  CHECK_FALSE(says(changed, "Rejected on"));
}

TEST_CASE("A round of monitoring is this quarter where nothing is said, and any other that is asked for", "[web]") {
  Tracked tracked;
  const auto page = tracked.browser.open("/actions/monitoring");
  CHECK(page.status == 200);
  CHECK(says(page, "Thursday 1 January 2026 to Tuesday 31 March 2026"));
  for (const auto* words : {"As the actions stood on Tuesday 17 March 2026.", "Who has not updated", "Exception report",
                            "Its date is over; it is off track; its date moved later"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  const std::string february = "?from.day=1&from.month=2&from.year=2026&to.day=28&to.month=2&to.year=2026";
  const auto round = tracked.browser.open("/actions/monitoring" + february + "&group=SUBGROUP");
  CHECK(says(round, "Exception report for the Learning from practice reviews subgroup"));
  CHECK(says(round, "It is off track; its date moved later"));
  CHECK_FALSE(says(round, "Train the ward."));
  CHECK(says(tracked.browser.open("/actions/monitoring.csv" + february), "RED; SLIPPED"));
  const auto wrong = tracked.browser.open("/actions/monitoring?from.day=1&from.month=5&from.year=2027");
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "There is a problem"));
}

TEST_CASE("The words of an action are asked about while they are written, and before they are recorded", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/cases/" + id + "/add/actionAgreed";
  const auto empty = browser.open(at);
  CHECK(says(empty, "Check the wording"));
  CHECK_FALSE(says(empty, "Before you record it"));
  const test::FormValues vague{{"actionAgreed.what", "Ensure that staff are aware."},
                               {"actionAgreed.owner", "POLICE"},
                               {"actionAgreed.dueOn.day", "1"},
                               {"actionAgreed.dueOn.month", "9"},
                               {"actionAgreed.dueOn.year", "2026"}};
  auto asked = vague;
  asked.emplace_back("do", "advice");
  const auto told = browser.send(at, asked);
  CHECK(told.status == 200);
  for (const auto* words : {"Before you record it", "Is it specific?", "You wrote “Ensure”.", "How will we know?",
                            "This is advice. You can record it as it is."}) {
    INFO(words);
    CHECK(says(told, words));
  }
  CHECK_FALSE(says(told, "By when?</strong>"));
  auto checked = vague;
  checked.emplace_back("do", "continue");
  const auto preview = browser.send(at, checked);
  CHECK(says(preview, "Check before you record"));
  CHECK(says(preview, "Is it specific?"));
  CHECK_FALSE(says(browser.open("/cases/" + id + "/add/noteAdded"), "Check the wording"));
}

}  // namespace
}  // namespace review::service_test
