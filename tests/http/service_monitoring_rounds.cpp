#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "tests/http/chronology_support.hpp"
#include "tests/http/sight_support.hpp"

/// Rounds of monitoring that were held, what was escalated, and the papers of a round.
namespace review::service_test {
namespace {

using Words = std::vector<std::string>;

std::string action_of(const std::string& action, const std::string& owner, const std::string& due) {
  return fmt::format(R"({{"actionAgreed":{{"action":"{}","what":"Write {} down.","owner":"{}","dueOn":"{}",)"
                     R"("monitoredBy":"SUBGROUP"}}}})",
                     action, action, owner, due);
}

/// Two actions of one group, which held a round on 10 February 2026. The first is late, and was escalated on 16
/// February; of the second something was said on 20 March. Today is 11 May.
struct HeldRounds {
  Practice practice;
  std::string id = practice.open();
  std::string at = "/v1/programmes/p26-0001";
  const std::string second = "/v1/actions/monitoring?from=2026-02-11&to=2026-04-30&monitoredBy=SUBGROUP";

  HeldRounds() {
    practice.add(id, action_of("handovers", "police", "2026-02-02"));
    practice.add(id, action_of("training", "city-hospital", "2026-06-01"));
    must("/v1/programmes", R"({"programmeOpened":{"sort":"MONITORING_ROUND","title":"Rounds of the subgroup"}})");
    practice.day("2026-02-10");
    hold("2026-01-06", "2026-01-31");
    practice.day("2026-02-16");
    practice.add(id, R"({"actionEscalated":{"action":"handovers","why":"Nobody says who does it."}})");
    practice.day("2026-03-20");
    practice.add(id, R"({"actionUpdated":{"action":"training","progress":"GREEN","update":"Half are trained."}})");
    practice.day("2026-05-11");
  }

  void must(const std::string& where, const std::string& body) {
    const auto answer = practice.coordinator.post(where, body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  }
  void hold(const std::string& from, const std::string& until) {
    must(at + "/entries", fmt::format(R"({{"monitoringRoundHeld":{{"monitoredBy":"SUBGROUP","from":"{}","until":"{}",)"
                                      R"("noted":"The police have said nothing."}}}})",
                                      from, until));
  }
  HttpAnswer get(const std::string& address) { return practice.coordinator.get(address); }
  Words exceptions(const std::string& address) {
    const auto answer = get(address);
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    const auto json = answer.json();
    Words all;
    for (const auto& one : json.at("actions").at(0).at("exceptions").as_array()) all.emplace_back(one.as_string());
    return all;
  }
  std::string paper(HttpCaller& caller, const std::string& name, const std::string& query) {
    const auto answer = caller.get("/v1/actions/monitoring/" + name + ":odt" + query);
    INFO(answer.body.substr(0, 400));
    REQUIRE(answer.status == 200);
    CHECK(answer.header("Content-Type") == "application/vnd.oasis.opendocument.text");
    return words_of_text(answer.body);
  }
};

const std::string of_second = "?from=2026-02-11&to=2026-04-30&monitoredBy=SUBGROUP&asOf=2026-05-11";

TEST_CASE("A round that was held is kept with its days, and what is due next stands with what is due", "[service]") {
  HeldRounds held;
  const auto programme = held.get(held.at);
  CHECK(programme.text("/rounds/0/monitoredBy") == "SUBGROUP");
  CHECK(programme.text("/rounds/0/heldOn") == "2026-02-10");
  CHECK(programme.text("/rounds/0/nextBy") == "2026-05-10");
  const auto overdue = held.get("/v1/programmes/-/clocks?filter=state=OVERDUE");
  CHECK(texts(overdue, "clocks", "clock") == Words{"monitoring-round"});
  // What the group noted is no part of the programme: it is read where its entry is.
  CHECK_FALSE(says(programme, "The police have said nothing."));
  held.hold("2026-02-01", "2026-04-30");
  CHECK(held.get(held.at).text("/rounds/1/nextBy") == "2026-08-11");
  CHECK(texts(held.get("/v1/programmes/-/clocks?filter=state=OVERDUE"), "clocks", "clock").empty());
}

TEST_CASE("A second programme of a group is noticed, and the first is named to who sees it alone", "[service]") {
  HeldRounds held;
  held.must("/v1/programmes", R"({"programmeOpened":{"sort":"MONITORING_ROUND","title":"Begun again"}})");
  held.must(held.at + "/entries", conflict_of("c-other", "EXCLUDED"));
  auto other = somebody(held.practice, "c-other", "coordinator");
  const std::string round =
      R"({"monitoringRoundHeld":{"monitoredBy":"SUBGROUP","from":"2026-02-01","until":"2026-04-30"}})";
  const std::string second = "/v1/programmes/p26-0002/entries";
  const auto refused = held.practice.coordinator.post(second, round);
  CHECK(refused.code() == "already-recorded");
  CHECK(refused.text("/violations/0/pointer") == "/monitoringRoundHeld/monitoredBy");
  CHECK(says(refused, "p26-0001"));
  const auto unseen = other.post(second, round);
  CHECK(unseen.code() == "already-recorded");
  CHECK_FALSE(says(unseen, "p26-0001"));
}

TEST_CASE("An escalation goes to the group that hears next, and is answered by the next word on the action",
          "[service]") {
  HeldRounds held;
  const auto of_case = [&] { return held.get("/v1/cases/" + held.id); };
  CHECK(of_case().text("/actions/0/escalations/0/to") == "CHAIRS_FORUM");
  CHECK(of_case().text("/actions/0/escalations/0/on") == "2026-02-16");
  CHECK(of_case().text("/actions/0/escalations/0/answeredOn").empty());
  const auto listed = held.get("/v1/actions");
  CHECK(listed.text("/actions/0/whyEscalated") == "Nobody says who does it.");
  // What was said before it was escalated, and is recorded now, answers nothing.
  held.practice.add(held.id, R"({"occurredOn":"2026-02-12","actionUpdated":{"action":"handovers","progress":"RED"}})");
  CHECK(of_case().text("/actions/0/escalations/0/answeredOn").empty());
  held.practice.add(held.id, R"({"actionUpdated":{"action":"handovers","progress":"AMBER"}})");
  CHECK(of_case().text("/actions/0/escalations/0/answeredOn") == "2026-05-11");
  CHECK(of_case().text("/actions/1/escalations/0/to").empty());
  // One that is recorded after its answer has it; what was said on the very day may have been said before it.
  const std::string late = R"("actionEscalated":{"action":"handovers","why":"Nobody says who does it."}})";
  held.practice.add(held.id, R"({"occurredOn":"2026-05-08",)" + late);
  CHECK(of_case().text("/actions/0/escalations/1/answeredOn") == "2026-05-11");
  held.practice.add(held.id, R"({"occurredOn":"2026-05-11",)" + late);
  CHECK(of_case().text("/actions/0/escalations/2/answeredOn").empty());
}

TEST_CASE("Open actions that no group watches over are counted and found, until a group takes them", "[service]") {
  HeldRounds held;
  held.practice.add(held.id, R"({"actionAgreed":{"action":"posters","owner":"police","dueOn":"2026-09-01"}})");
  CHECK(held.get(held.second).json().at("unwatched") == 1);
  const auto nobody = "/v1/actions?filter=monitoredBy=NOBODY";
  CHECK(texts(held.get(nobody), "actions", "action") == Words{"posters"});
  CHECK(held.paper(held.practice.coordinator, "headlines", of_second)
            .find("Today 1 open action is watched over by nobody.") != std::string::npos);
  held.practice.add(held.id, R"({"actionUpdated":{"action":"posters","progress":"GREEN","monitoredBy":"SUBGROUP"}})");
  CHECK(held.get(held.second).json().at("unwatched") == 0);
  CHECK(texts(held.get(nobody), "actions", "action").empty());
}

TEST_CASE("An action that another group takes stays in the rounds of the group that watched over it then",
          "[service]") {
  HeldRounds held;
  held.practice.add(held.id, R"({"actionUpdated":{"action":"training","progress":"GREEN","monitoredBy":"BOARD"}})");
  const std::string days = "/v1/actions/monitoring?from=2026-02-11&to=2026-04-30&monitoredBy=";
  CHECK(texts(held.get(days + "SUBGROUP"), "actions", "action") == Words{"handovers", "training"});
  CHECK(texts(held.get(days + "BOARD"), "actions", "action").empty());
  const std::string now = "/v1/actions/monitoring?from=2026-05-01&to=2026-07-31&monitoredBy=";
  CHECK(texts(held.get(now + "SUBGROUP"), "actions", "action") == Words{"handovers"});
  CHECK(texts(held.get(now + "BOARD"), "actions", "action") == Words{"training"});
  // The counts of the last round are those of the group that held it.
  CHECK(held.get(now + "SUBGROUP").json().at("last").at("counts").at("all") == 2);
}

TEST_CASE("A report of a round tells what was found in it, and not what was found after it", "[service]") {
  HeldRounds held;
  held.practice.add(held.id, R"({"actionUpdated":{"action":"training","progress":"COMPLETE","reached":"DONE"}})");
  const auto look = [&](const char* on, const char* finding) {
    held.practice.add(held.id, fmt::format(R"({{"occurredOn":"{}","actionRechecked":{{"action":"training",)"
                                           R"("finding":"{}","evidence":"Invented."}}}})",
                                           on, finding));
  };
  held.practice.day("2026-12-20");
  look("2026-11-20", "NOT_CHANGED");
  // Recorded later, of an earlier day.
  look("2026-11-10", "CHANGED");
  look("2026-12-15", "CHANGED");
  const std::string round = "?from=2026-10-01&to=2026-11-30&monitoredBy=SUBGROUP&asOf=2026-12-20";
  CHECK(held.get("/v1/actions/monitoring" + round).json().at("counts").at("notChanged") == 1);
  const auto report = held.paper(held.practice.coordinator, "exceptions", round);
  CHECK(report.find("Nothing changed on 20 November 2026.") != std::string::npos);
  CHECK(report.find("15 December 2026") == std::string::npos);
}

TEST_CASE("A round tells of what was completed before, once somebody is to look again or found that nothing changed",
          "[service]") {
  HeldRounds held;
  const auto done = R"({"actionUpdated":{"action":"training","progress":"COMPLETE","reached":"DONE"}})";
  held.practice.add(held.id, done);
  const std::string later = "/v1/actions/monitoring?from=2026-10-01&to=2026-12-31&monitoredBy=SUBGROUP";
  held.practice.day("2026-12-01");
  const auto overdue = held.get(later);
  INFO(overdue.body);
  CHECK(texts(overdue, "actions", "action") == Words{"handovers", "training"});
  CHECK(overdue.text("/actions/1/lookAgainBy") == "2026-11-11");
  CHECK(overdue.json().at("counts").at("lookOverdue") == 1);
  CHECK(overdue.json().at("counts").at("completedBefore") == 1);
  CHECK(held.get("/v1/cases/" + held.id).text("/actions/1/lookAgainBy") == "2026-11-11");
  held.practice.add(
      held.id, R"({"actionRechecked":{"action":"training","finding":"NOT_CHANGED","evidence":"Three of twenty."}})");
  const auto looked = held.get(later).json();
  CHECK(looked.at("counts").at("lookOverdue") == 0);
  CHECK(looked.at("counts").at("notChanged") == 1);
  const auto report =
      held.paper(held.practice.coordinator, "exceptions", "?from=2026-10-01&to=2026-12-31&monitoredBy=SUBGROUP");
  CHECK(report.find("Looked at again, and nothing had changed") != std::string::npos);
  CHECK(report.find("To be looked at by 11 May 2027.") != std::string::npos);
  // The round before that is told as it stood.
  const auto before = held.get("/v1/actions/monitoring?from=2026-05-01&to=2026-09-30&monitoredBy=SUBGROUP").json();
  CHECK(before.at("counts").at("lookOverdue") == 0);
  CHECK(before.at("counts").at("completed") == 1);
}

TEST_CASE("A round tells what was escalated and not answered, as at the day it was held, and of the last round",
          "[service]") {
  HeldRounds held;
  const auto at = held.second + "&asOf=2026-05-11";
  CHECK(held.exceptions(at) == Words{"OVERDUE", "NOT_UPDATED", "ESCALATED", "UNANSWERED"});
  const auto json = held.get(at).json();
  CHECK(json.at("counts").at("all") == 2);
  CHECK(json.at("counts").at("green") == 1);
  CHECK(json.at("counts").at("unanswered") == 1);
  const auto& last = json.at("last");
  CHECK(last.at("from") == "2026-01-06");
  CHECK(last.at("asOf") == "2026-02-10");
  CHECK(last.at("counts").at("notUpdated") == 2);
  CHECK(last.at("counts").at("escalated") == 0);
  CHECK(last.at("counts").at("green") == 0);
  held.practice.add(held.id, R"({"actionUpdated":{"action":"handovers","progress":"AMBER"}})");
  CHECK(held.exceptions(at) == Words{"OVERDUE", "ESCALATED"});
  // The day before, nothing was said.
  CHECK(held.exceptions(held.second + "&asOf=2026-05-10") ==
        Words{"OVERDUE", "NOT_UPDATED", "ESCALATED", "UNANSWERED"});
  // Of all groups, and of the first round, there is none before.
  CHECK_FALSE(held.get("/v1/actions/monitoring?from=2026-02-11&to=2026-04-30").json().as_object().contains("last"));
  CHECK_FALSE(held.get("/v1/actions/monitoring?from=2026-01-06&to=2026-01-31&monitoredBy=SUBGROUP")
                  .json()
                  .as_object()
                  .contains("last"));
  for (const auto* wrong : {"&asOf=2026-05-12", "&asOf=2026-02-10", "&asOf=soon"}) {
    INFO(wrong);
    const auto refused = held.get(held.second + wrong);
    CHECK(refused.status == 400);
    CHECK(refused.text("/violations/0/pointer") == "/asOf");
  }
}

TEST_CASE("The exception report tells the group action by action, and the headlines tell the board in numbers alone",
          "[service]") {
  HeldRounds held;
  auto& caller = held.practice.coordinator;
  const auto report = held.paper(caller, "exceptions", of_second);
  for (const auto* words :
       {"Exception report", "Learning from practice reviews subgroup", "Write handovers down.",
        "on 16 February 2026, not answered.", "Nobody says who does it.", "No date moved later.", "11 May 2026"}) {
    INFO(words);
    CHECK(says(report, words));
  }
  const auto odt = caller.get("/v1/actions/monitoring/exceptions:odt" + of_second).body;
  const auto members = reviewd::read_zip(odt);
  REQUIRE(members);
  std::string styles;
  for (const auto& one : *members) {
    if (one.name == "styles.xml") styles = reviewd::unpacked(odt, one, 1'000'000).value_or("");
  }
  CHECK(says(styles, "OFFICIAL-SENSITIVE"));
  // It goes well.
  CHECK_FALSE(says(report, "Write training down."));
  const auto page = held.paper(caller, "headlines", of_second);
  for (const auto* words : {"Headlines of monitoring", "held on 10 February 2026", "1 more", "1 fewer", "No change"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK_FALSE(says(page, "Write handovers down."));
  const auto first = held.paper(caller, "headlines", "?from=2026-01-06&to=2026-01-31&monitoredBy=SUBGROUP");
  CHECK(says(first, "No earlier round of this group is on record"));
}

TEST_CASE("The papers of a round hold what their reader sees on the page, and nothing of a case that they do not see",
          "[service]") {
  HeldRounds held;
  const auto other = held.practice.open();
  held.practice.add(other, action_of("secrets", "police", "2026-09-01"));
  held.practice.add(other, R"({"actionEscalated":{"why":"Invented."}})");
  held.practice.add(held.id, member_of("a-member", "police"));
  auto member = somebody(held.practice, "a-member", "panel-member");
  const std::string open_round = "?from=2026-02-11&to=2026-05-31&monitoredBy=SUBGROUP";
  CHECK(says(held.paper(held.practice.coordinator, "exceptions", open_round), "Write secrets down."));
  const auto report = held.paper(member, "exceptions", open_round);
  CHECK(says(report, "Write handovers down."));
  CHECK_FALSE(says(report, "secrets"));
  CHECK_FALSE(says(report, other));
  CHECK(reads_of(held.practice, held.id, "a-member").contains("list"));
  auto contact = somebody(held.practice, "a-contact", "agency-contact");
  for (const auto* name : {"exceptions", "headlines"})
    CHECK(contact.get(fmt::format("/v1/actions/monitoring/{}:odt{}", name, of_second)).status == 403);
}

}  // namespace
}  // namespace review::service_test
