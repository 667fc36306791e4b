#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "tests/http/meeting_support.hpp"
#include "tests/http/sight_support.hpp"

/// What a list is narrowed to: a script that asks for what there is not is told so, and not that nothing is late.
namespace review::service_test {
namespace {

HttpAnswer narrowed(HttpCaller& caller, const std::string& list, const std::string& filter) {
  return caller.get("/v1/" + list + "?filter=" + reviewd::percent_encoded(filter));
}

void check_refused(const HttpAnswer& answer, const std::string& pointer, const std::string& words) {
  INFO(answer.body);
  CHECK(answer.status == 400);
  CHECK(answer.code() == "not-a-choice");
  CHECK(answer.text("/violations/0/pointer") == pointer);
  CHECK(says(answer, words));
}

/// A case with two agencies asked, one contact and a member who has no account.
std::string asked_case(Practice& practice) {
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"dueOn":"2026-01-14"}})");
  practice.add(id, member_of("sam", "police", "AGENCY_CONTACT"));
  practice.add(id, member_of("ann", "city-hospital"));
  return id;
}

TEST_CASE("A list that is narrowed to what there is not is refused, and says what there is", "[service]") {
  Practice practice;
  const auto id = asked_case(practice);
  struct Row {
    const char* list;
    std::string filter;
    const char* says;
  };
  const Row rows[] = {
      {"cases/-/clocks", "clock=rapid-reviw", "rapid-review"},
      {"cases/-/clocks", "clock!=rapid-reviw", "rapid-review"},
      {"cases/-/clocks", "clock=agency-return", "agency-return:*"},
      {"cases/-/clocks", "clock=agency-return:polce", "agency-return:*"},
      {"cases/-/clocks", "agency=polce", "city-hospital"},
      {"cases/-/clocks", "agency=POLICE_FORCE", "police"},
      {"cases/-/clocks", "person=an", "Nobody of this name is known here."},
      {"cases/-/clocks", "case=26-0099", "There is no case of this reference that you may see."},
      {"cases/-/clocks", "state=OVERDUE AND legalStatus=LAW", "STATUTORY_GUIDANCE"},
      {"cases/-/clocks", "owedBy=THEM", "AGENCY"},
      {"cases/-/clocks", "state=LATE", "OVERDUE"},
      {"cases", "agency=polce", "city-hospital"},
      {"cases", "localAuthority=sandwel", "sandwell"},
      {"cases", "case=26-0099", "There is no case of this reference that you may see."},
      {"cases", "stage=STARTED", "LOGGED"},
      {"cases", "held=perhaps", "true or false"},
      {"meetings", "meeting=m-26-0099", "There is no meeting of this reference that you may see."},
      {"publications", "case=26-0099", "There is no case of this reference that you may see."},
      {"publications", "form=WHOLE", "FULL"},
      {"publications", "takenDown=perhaps", "true or false"},
      {"findings", "theme=neglct", "neglect"},
      {"findings", "case=26-0099", "There is no case of this reference that you may see."},
      {"findings", "source=GOSSIP", "TABLETOP_REVIEW"},
      {"findings:csv", "theme=neglct", "neglect"},
      {"cases:csv", "localAuthority=sandwel", "sandwell"},
      {"cases/-/clocks:csv", "agency=polce", "city-hospital"},
      {"publications:csv", "case=26-0099", "There is no case"},
      {"publications:page", "case=26-0099", "There is no case"},
  };
  for (const auto& row : rows) {
    INFO(row.list << " " << row.filter);
    check_refused(narrowed(practice.coordinator, row.list, row.filter), "/filter", row.says);
  }
  check_refused(practice.coordinator.get("/v1/alerts?case=26-0099"), "/case", "There is no case");
  for (const std::string step : {"overdu", "before-", "before-99", "again-0", "again-", "again-2x", "Overdue"})
    check_refused(practice.coordinator.get("/v1/alerts?step=" + step), "/step", "overdue, chase, escalate");
  for (const std::string step :
       {"", "overdue", "moved", "again-1", "again-12", "before-5", "due", "chase", "escalate"}) {
    INFO(step);
    CHECK(practice.coordinator.get("/v1/alerts?step=" + step).status == 200);
  }
  check_refused(practice.coordinator.get("/v1/embargoes?case=26-0099"), "/case", "There is no case");
  check_refused(practice.coordinator.get("/v1/embargoes:csv?case=26-0099"), "/case", "There is no case");
  check_refused(practice.coordinator.get("/v1/embargoes?why=CRIME"), "/why", "CRIMINAL");
  // The reference of a case may stand before what it is a reference of.
  CHECK(practice.coordinator.get("/v1/alerts?case=cases/" + id).status == 200);
}

TEST_CASE("A list that is narrowed to what there is may be empty", "[service]") {
  Practice practice;
  const auto id = asked_case(practice);
  auto& caller = practice.coordinator;
  REQUIRE(practice.daemon.administrator().post("/v1/agencies", R"({"agency":"fire","name":"Fire"})").status == 201);
  static_cast<void>(practice.daemon.issue("zoe", "reader"));
  for (const std::string filter : {"agency=fire", "clock=agency-return:fire", "clock=yearly-report", "person=zoe",
                                   "person=people/zoe", "state=CANCELLED"}) {
    INFO(filter);
    const auto answer = narrowed(caller, "cases/-/clocks", filter);
    INFO(answer.body);
    CHECK(answer.status == 200);
    CHECK(texts(answer, "clocks", "clock").empty());
  }
  const std::vector<std::string> of_police{"agency-return:police"};
  for (const std::string filter : {"agency=police", "agency=POLICE", "agency=agencies/police",
                                   "clock=agency-return:police", "agency=police AND person=ann"}) {
    INFO(filter);
    CHECK(texts(narrowed(caller, "cases/-/clocks", filter), "clocks", "clock") == of_police);
  }
  CHECK(texts(narrowed(caller, "cases", "agency=POLICE"), "cases", "case") == std::vector<std::string>{id});
  CHECK(caller.get("/v1/embargoes?case=" + id + "&why=CRIMINAL").status == 200);
}

TEST_CASE("What somebody does not see is refused word for word as what there is not", "[service]") {
  Practice practice;
  const auto hidden = practice.notified_case();
  practice.add(hidden, R"({"agencyReturnRequested":{"agencies":["hidden-school"],"dueOn":"2026-01-14"}})");
  practice.add(hidden, member_of("hidden-person", "hidden-school"));
  practice.add(hidden, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  auto chair = somebody(practice, "a-chair", "chair");
  const auto alike = [&](const std::string& there, const std::string& missing) {
    INFO(there);
    const auto one = chair.get(there);
    const auto other = chair.get(missing);
    CHECK(one.status == 400);
    CHECK(one.status == other.status);
    CHECK(one.text("/detail") == other.text("/detail"));
    CHECK_FALSE(says(one, "hidden"));
  };
  for (const std::string list : {"cases", "cases/-/clocks", "publications", "cases:csv", "cases/-/clocks:csv"})
    alike("/v1/" + list + "?filter=case%3D" + hidden, "/v1/" + list + "?filter=case%3D26-0099");
  for (const std::string list : {"alerts", "embargoes", "embargoes:csv"})
    alike("/v1/" + list + "?case=" + hidden, "/v1/" + list + "?case=26-0099");
  const std::string clocks = "/v1/cases/-/clocks?filter=";
  alike(clocks + "agency%3Dhidden-school", clocks + "agency%3Dno-school");
  alike(clocks + "person%3Dhidden-person", clocks + "person%3Dno-person");
  alike(clocks + "clock%3Dagency-return:hidden-school", clocks + "clock%3Dagency-return:no-school");
  const auto meeting = call_meeting(practice, {hidden}, "2026-02-03");
  CHECK(narrowed(practice.coordinator, "meetings", "meeting=" + meeting).status == 200);
  CHECK(narrowed(practice.coordinator, "meetings", "meeting=meetings/" + meeting).status == 200);
}

TEST_CASE("A list that has no such field says so, and not whether there is anybody of the name", "[service]") {
  Practice practice;
  static_cast<void>(asked_case(practice));
  static_cast<void>(practice.daemon.issue("zoe", "reader"));
  const std::pair<const char*, const char*> rows[] = {
      {"cases", "person=zoe"},        {"cases:csv", "person=zoe"},       {"cases", "clock=rapid-review"},
      {"publications", "person=zoe"}, {"publications", "agency=police"}, {"cases/-/clocks", "localAuthority=sandwell"}};
  for (const auto& [list, there] : rows) {
    INFO(list << " " << there);
    const auto missing = std::string(there) + "-of-no-such-name";
    const auto one = narrowed(practice.coordinator, list, there);
    const auto other = narrowed(practice.coordinator, list, missing);
    CHECK(one.code() == "malformed");
    CHECK(other.code() == "malformed");
    CHECK(one.text("/detail") == other.text("/detail"));
    CHECK(other.text("/violations/0/pointer") == "/filter");
  }
}

TEST_CASE("Who may not ask by a name does not learn by the refusal whether there is one", "[service]") {
  Practice practice;
  static_cast<void>(asked_case(practice));
  auto sam = somebody(practice, "sam", "agency-contact");
  for (const std::string filter : {"person=ann", "person=nobody-of-this-name"})
    CHECK(narrowed(sam, "cases/-/clocks", filter).code() == "not-permitted");
  for (const std::string filter : {"localAuthority=sandwell", "localAuthority=nowhere", "agency=city-hospital"})
    CHECK(narrowed(sam, "cases", filter).code() == "not-permitted");
  CHECK(texts(narrowed(sam, "cases/-/clocks", "person=sam"), "clocks", "clock") ==
        std::vector<std::string>{"agency-return:police"});
  const auto other = narrowed(sam, "cases/-/clocks", "agency=city-hospital");
  CHECK(other.code() == "not-a-choice");
  CHECK_FALSE(says(other, "city-hospital"));
}

}  // namespace
}  // namespace review::service_test
