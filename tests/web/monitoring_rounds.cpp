#include <string>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// A round of monitoring that was held, and an action that is escalated from it, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

std::string key_in(const HttpAnswer& page) {
  const std::string before = "name=\"key\" value=\"";
  const auto at = page.body.find(before);
  if (at == std::string::npos) return {};
  const auto from = at + before.size();
  return page.body.substr(from, page.body.find('"', from) - from);
}

/// An action that is late, and a programme of the rounds of its group.
struct LateAction {
  Practice practice;
  std::string id = practice.open();
  Browser browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const std::string round =
      "/actions/monitoring?group=SUBGROUP&from.day=06&from.month=01&from.year=2026&to.day=31&to.month=03&to.year=2026";

  LateAction() {
    practice.add(id, R"({"actionAgreed":{"action":"handovers","what":"Write handovers down.","owner":"POLICE",)"
                     R"("dueOn":"2026-02-02","monitoredBy":"SUBGROUP"}})");
    const auto opened = practice.coordinator.post(
        "/v1/programmes", R"({"programmeOpened":{"sort":"MONITORING_ROUND","title":"Rounds of the subgroup"}})");
    REQUIRE(opened.status == 201);
    practice.day("2026-02-10");
  }
};

TEST_CASE("A round is recorded by its form, and stands with its programme and the way to what it looked at", "[web]") {
  LateAction late;
  const auto at = std::string("/programmes/p26-0001/add/monitoringRoundHeld");
  const auto form = late.browser.open(at);
  CHECK(form.status == 200);
  CHECK(says(form, "Learning from practice reviews subgroup"));
  const test::FormValues held{{"key", key_in(form)},
                              {"monitoringRoundHeld.monitoredBy", "SUBGROUP"},
                              {"monitoringRoundHeld.from.day", "6"},
                              {"monitoringRoundHeld.from.month", "1"},
                              {"monitoringRoundHeld.from.year", "2026"},
                              {"monitoringRoundHeld.until.day", "31"},
                              {"monitoringRoundHeld.until.month", "1"},
                              {"monitoringRoundHeld.until.year", "2026"},
                              {"monitoringRoundHeld.noted", "The police have said nothing."},
                              {"do", "record"}};
  const auto taken = late.browser.send(at, held);
  INFO(taken.body);
  REQUIRE(taken.status == 303);
  const auto page = late.browser.open("/programmes/p26-0001");
  for (const auto* words :
       {"Rounds of monitoring that were held", "Tuesday 6 January 2026 to Saturday 31 January 2026",
        "Sunday 10 May 2026", "The police have said nothing.", "Hold the next round of monitoring"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK(says(page,
             "/actions/monitoring?group=SUBGROUP&amp;from.day=06&amp;from.month=01&amp;from.year=2026&amp;to.day=31"));
  // A round after it is told beside it.
  late.practice.day("2026-03-31");
  const auto next = late.browser.open(
      "/actions/monitoring?group=SUBGROUP&from.day=01&from.month=02&from.year=2026&to.day=31&to.month=03&to.year=2026");
  CHECK(says(next, "held on Tuesday 10 February 2026"));
  CHECK(says(next, "Last round"));
}

TEST_CASE("An action is escalated from the round, and says so wherever it stands until it is answered", "[web]") {
  LateAction late;
  const auto round = late.browser.open(late.round);
  CHECK(says(round, "/cases/" + late.id + "/add/actionEscalated?actionEscalated.action=handovers"));
  const auto at = "/cases/" + late.id + "/add/actionEscalated";
  const auto form = late.browser.open(at + "?actionEscalated.action=handovers");
  CHECK(form.status == 200);
  for (const auto* group : {"CHAIRS_FORUM", "BOARD", "POLICE"})
    CHECK(says(form, std::string("value=\"") + group + "\""));
  const auto unsaid = late.browser.send(at, {{"key", key_in(form)}, {"do", "record"}});
  CHECK(unsaid.status == 400);
  CHECK(says(unsaid, "Enter why it is escalated"));
  const auto taken = late.browser.send(at, {{"key", key_in(form)},
                                            {"actionEscalated.action", "handovers"},
                                            {"actionEscalated.why", "Nobody says who does it."},
                                            {"do", "record"}});
  INFO(taken.body);
  REQUIRE(taken.status == 303);
  const std::string told =
      "Escalated to Chairs forum on Tuesday 10 February 2026, not answered: Nobody says who does it.";
  for (const auto& address : {late.round, std::string("/actions"), "/cases/" + late.id}) {
    INFO(address);
    CHECK(says(late.browser.open(address), told));
  }
  CHECK(says(late.browser.open(late.round), "it was escalated, and nothing was said of it since"));
  late.practice.add(late.id, R"({"actionUpdated":{"progress":"AMBER","update":"A lead is named."}})");
  CHECK(says(late.browser.open("/actions"), "Chairs forum on Tuesday 10 February 2026, answered on"));
}

TEST_CASE("A complete action that nobody looked at again in time is looked at from the round", "[web]") {
  LateAction late;
  late.practice.add(late.id, R"({"actionUpdated":{"action":"handovers","progress":"COMPLETE"}})");
  late.practice.day("2026-09-15");
  const auto round = late.browser.open("/actions/monitoring?group=SUBGROUP");
  CHECK(says(round, "The day to look again whether it made a difference is over"));
  CHECK_FALSE(says(round, "actionEscalated"));
  const auto way = "/cases/" + late.id + "/add/actionRechecked?actionRechecked.action=handovers";
  REQUIRE(says(round, way));
  CHECK(late.browser.open(way).status == 200);
}

TEST_CASE("The round is taken away as a report and as headlines; whoever only reads is not asked to escalate",
          "[web]") {
  LateAction late;
  const auto query = late.round.substr(late.round.find('?'));
  const auto page = late.browser.open(late.round);
  for (const std::string paper : {"exceptions", "headlines"}) {
    INFO(paper);
    CHECK(says(page, "/actions/monitoring/" + paper + "/odt?group=SUBGROUP&amp;from.day=06"));
    const auto file = late.browser.open("/actions/monitoring/" + paper + "/odt" + query);
    CHECK(file.status == 200);
    CHECK(file.header("Content-Type") == "application/vnd.oasis.opendocument.text");
  }
  CHECK(late.browser.open("/actions/monitoring/headlines/odt?from.day=1&from.month=5&from.year=2027").status == 400);
  auto reader = Browser::of(late.practice.daemon, "a-reader", "reader");
  const auto read = reader.open(late.round);
  CHECK(read.status == 200);
  CHECK(says(read, "Write handovers down."));
  CHECK_FALSE(says(read, "actionEscalated"));
}

}  // namespace
}  // namespace review::service_test
