#include "tests/http/sight_support.hpp"

// Programmes over HTTP: what they have in common with cases, and what keeps the two apart.

namespace review::service_test {
namespace {

const HttpFields ndjson{{"Content-Type", "application/x-ndjson"}};

const std::string audit =
    R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Neglect","from":"2026-01-05","to":"2026-12-31",)"
    R"("agencies":["POLICE","LOCAL_AUTHORITY"],"owner":"case-audit-group"}})";
const std::string action = R"({"actionAgreed":{"owner":"POLICE","dueOn":"2026-02-02","what":"Teach the thresholds."}})";

std::string opened(HttpCaller& caller, const std::string& body = audit) {
  const auto answer = caller.post("/v1/programmes", body);
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  return answer.text("/programme");
}

HttpAnswer add(HttpCaller& caller, const std::string& id, const std::string& body, const HttpFields& fields = {}) {
  return caller.post("/v1/programmes/" + id + "/entries", body, fields);
}

TEST_CASE("A programme is opened, has its ten steps, and says what may come next", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto answer = caller.post("/v1/programmes", audit);
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  CHECK(answer.text("/programme") == "p26-0001");
  CHECK(answer.header("Location") == "/v1/programmes/p26-0001");
  CHECK(answer.header("ETag") == "\"1\"");
  CHECK(answer.text("/stage") == "PLANNED");
  CHECK(answer.text("/title") == "Neglect");
  CHECK_FALSE(answer.json().as_object().contains("case"));
  CHECK(texts(answer, "steps", "step").size() == 10);
  const auto done = add(caller, "p26-0001", R"({"programmeStepDone":{"step":"shape-the-model"}})");
  INFO(done.body);
  REQUIRE(done.status == 201);
  CHECK(done.text("/programme") == "p26-0001");
  CHECK(done.json().at("programmeVersion").as_int64() == 2);
  CHECK_FALSE(done.json().as_object().contains("case"));
  CHECK_FALSE(done.json().as_object().contains("caseVersion"));
  const auto shown = caller.get("/v1/programmes/p26-0001");
  CHECK(shown.text("/stage") == "UNDER_WAY");
  CHECK(shown.text("/steps/0/doneOn") == "2026-01-05");
  CHECK(shown.header("ETag") == "\"2\"");
  CHECK(opened(caller) == "p26-0002");
}

TEST_CASE("What is learned and agreed in a programme stands in the registers of all records, page for page",
          "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller);
  std::string findings;
  constexpr std::size_t many = 201;
  for (std::size_t i = 0; i < many; ++i) {
    findings += std::string(i == 0 ? "" : ",") + R"({"finding":"Invented.","themes":["neglect"],"source":"DATA"})";
  }
  REQUIRE(add(caller, id, R"({"learningCaptured":{"findings":[)" + findings + "]}}").status == 201);
  REQUIRE(add(caller, id, R"({"recommendationMade":{"text":"Write it down.","to":["POLICE"]}})").status == 201);
  REQUIRE(add(caller, id, action).status == 201);
  CHECK(caller.get("/v1/actions").text("/actions/0/programme") == id);
  CHECK(caller.get("/v1/recommendations").text("/recommendations/0/programme") == id);
  std::size_t found = 0;
  std::string next;
  do {
    const auto page = caller.get("/v1/findings?pageSize=200" + (next.empty() ? next : "&pageToken=" + next));
    REQUIRE(page.status == 200);
    found += page.json().at("findings").as_array().size();
    next = page.text("/nextPageToken");
  } while (!next.empty() && found <= many);
  CHECK(found == many);
}

TEST_CASE("A programme is no case, and a case no programme", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto programme = opened(caller);
  const auto of_case = practice.open();
  for (const auto* below : {"", "/entries", "/clocks", "/documents", "/reads"}) {
    INFO(below);
    CHECK(caller.get("/v1/cases/" + programme + below).status == 404);
    CHECK(caller.get("/v1/programmes/" + of_case + below).status == 404);
  }
  CHECK(caller.post("/v1/programmes", incident).code() == "not-one-kind");
  CHECK(caller.post("/v1/cases", audit).code() == "not-one-kind");
  CHECK(caller.post("/v1/programmes", note).code() == "not-in-this-stage");
  CHECK(add(caller, programme, notified).code() == "not-one-kind");
  CHECK(caller.post("/v1/cases/" + programme + "/entries", note).status == 404);
  CHECK(texts(caller.get("/v1/cases"), "cases", "case") == std::vector<std::string>{of_case});
  CHECK(texts(caller.get("/v1/programmes"), "programmes", "programme") == std::vector<std::string>{programme});
  CHECK(caller.get("/v1/cases?filter=stage=PLANNED").status == 400);
  CHECK(caller.get("/v1/programmes?filter=stage=LOGGED").status == 400);
  CHECK(caller.get("/v1/programmes?filter=localAuthority=sandwell").status == 400);
}

TEST_CASE("A list of programmes is narrowed, paged, and is a file for a spreadsheet", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  for (int i = 0; i < 3; ++i) static_cast<void>(opened(caller));
  const auto training = opened(caller, R"({"programmeOpened":{"sort":"TRAINING","title":"=Thresholds"}})");
  const auto of_sort = caller.get("/v1/programmes?filter=sort=TRAINING");
  CHECK(texts(of_sort, "programmes", "programme") == std::vector<std::string>{training});
  CHECK(caller.get("/v1/programmes?filter=sort=FAIR").status == 400);
  const auto first = caller.get("/v1/programmes?pageSize=3");
  CHECK(texts(first, "programmes", "programme").size() == 3);
  const auto rest = caller.get("/v1/programmes?pageSize=3&pageToken=" + first.text("/nextPageToken"));
  CHECK(texts(rest, "programmes", "programme") == std::vector<std::string>{training});
  const auto file = caller.get("/v1/programmes:csv");
  REQUIRE(file.status == 200);
  CHECK(file.body.find("p26-0004") != std::string::npos);
  // No word that somebody typed.
  CHECK(file.body.find("Thresholds") == std::string::npos);
}

TEST_CASE("The clocks of programmes stand in their own list, and are told as those of cases", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto programme = opened(caller);
  const auto of_case = practice.notified_case();
  REQUIRE(add(caller, programme, action).status == 201);
  practice.day("2026-02-04");
  const auto late = caller.get("/v1/programmes/-/clocks?filter=state=\"OVERDUE\"");
  INFO(late.body);
  CHECK(texts(late, "clocks", "programme") == std::vector<std::string>{programme});
  CHECK(texts(late, "clocks", "clock") == std::vector<std::string>{"action"});
  const auto of_cases = caller.get("/v1/cases/-/clocks");
  for (const auto& one : texts(of_cases, "clocks", "case")) CHECK(one == of_case);
  const auto clock = caller.get("/v1/programmes/" + programme + "/clocks/action");
  CHECK(clock.text("/programme") == programme);
  CHECK(clock.text("/state") == "OVERDUE");
  CHECK(caller.get("/v1/programmes/" + programme + "/clocks/notify-panel").status == 404);
  const auto told = caller.get("/v1/alerts?programme=" + programme);
  INFO(told.body);
  CHECK(texts(told, "alerts", "programme") == std::vector<std::string>{programme});
  for (const auto& one : texts(caller.get("/v1/alerts?case=" + of_case), "alerts", "case")) CHECK(one == of_case);
}

TEST_CASE("What is previewed in a programme is not stored, and a decision needs the version", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto preview = caller.post("/v1/programmes?validateOnly=true", audit);
  INFO(preview.body);
  REQUIRE(preview.status == 200);
  CHECK(preview.text("/programme/stage") == "PLANNED");
  CHECK(preview.text("/programme/title") == "Neglect");
  CHECK_FALSE(preview.json().as_object().contains("case"));
  CHECK(practice.size() == 0);
  const auto id = opened(caller);
  const auto starts = caller.post("/v1/programmes/" + id + "/entries?validateOnly=true", action);
  CHECK(starts.text("/clocks/0/change") == "STARTS");
  const std::string closed = R"({"programmeClosed":{"reason":"COMPLETE"}})";
  CHECK(add(caller, id, closed).code() == "precondition-missing");
  CHECK(add(caller, id, closed, {{"If-Match", if_match(7)}}).code() == "stale");
  CHECK(add(caller, id, closed, {{"If-Match", if_match(1)}}).status == 201);
  const HttpFields key{{"Idempotency-Key", "once"}};
  const auto once = caller.post("/v1/programmes", audit, key);
  const auto again = caller.post("/v1/programmes", audit, key);
  CHECK(once.text("/programme") == again.text("/programme"));
}

TEST_CASE("A programme is read as it stood, and its words are found where it may be seen", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller);
  practice.day("2026-01-06");
  REQUIRE(add(caller, id, R"({"noteAdded":{"text":"Quillfeather was not audited."}})").status == 201);
  REQUIRE(add(caller, id, R"({"programmeReported":{"to":["SAFEGUARDING_PARTNERS"]}})").status == 201);
  CHECK(caller.get("/v1/programmes/" + id + "?asAt=2026-01-05").text("/stage") == "PLANNED");
  CHECK(caller.get("/v1/programmes/" + id).text("/stage") == "REPORTED");
  const auto found = caller.post("/v1/cases:search", R"({"words":"Quillfeather"})");
  INFO(found.body);
  CHECK(texts(found, "finds", "programme") == std::vector<std::string>{id});
  auto member = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK(member.get("/v1/programmes/" + id).status == 404);
  CHECK(texts(member.get("/v1/programmes"), "programmes", "programme").empty());
  REQUIRE(add(caller, id, R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})").status == 201);
  CHECK(member.get("/v1/programmes/" + id).status == 200);
  CHECK(texts(member.get("/v1/programmes"), "programmes", "programme") == std::vector<std::string>{id});
}

TEST_CASE("A refusal about a programme calls it one", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller);
  CHECK(caller.get("/v1/programmes/" + id + "/entries/nothing").text("/detail").ends_with("in this programme."));
  CHECK(caller.get("/v1/programmes/" + id + "/documents/nothing").text("/detail").ends_with("in this programme."));
  const auto removed = add(caller, id, R"({"memberRemoved":{"person":"nobody"}})");
  CHECK(removed.code() == "missing-reference");
  CHECK(says(removed, "This person is not a member of this programme."));
  CHECK(says(add(caller, id, R"({"actionUpdated":{"action":"nothing","progress":"GREEN","update":"x"}})"),
             "in this programme"));
  const auto of_case = practice.open();
  CHECK(caller.get("/v1/cases/" + of_case + "/entries/nothing").text("/detail").ends_with("in this case."));
}

TEST_CASE("What registers tell of a programme carries its reference as that of a programme", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller);
  REQUIRE(add(caller, id, action).status == 201);
  REQUIRE(add(caller, id, R"({"learningCaptured":{"findings":[{"finding":"Invented."}]}})").status == 201);
  const auto of_case = practice.open();
  practice.add(of_case, action);
  const auto actions = caller.get("/v1/actions");
  INFO(actions.body);
  CHECK(actions.text("/actions/0/case") == of_case);
  CHECK(actions.text("/actions/0/programme").empty());
  CHECK(actions.text("/actions/1/programme") == id);
  CHECK(actions.text("/actions/1/case").empty());
  const auto findings = caller.get("/v1/findings");
  CHECK(findings.text("/findings/0/programme") == id);
  CHECK(findings.text("/findings/0/case").empty());
}

TEST_CASE("What a programme waits for stands in the worklist of those who belong to it, and of nobody else",
          "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller);
  REQUIRE(add(caller, id, action).status == 201);
  practice.day("2026-02-04");
  auto member = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK_FALSE(says(member.get("/v1/worklist"), id));
  REQUIRE(add(caller, id, R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})").status == 201);
  const auto work = member.get("/v1/worklist");
  INFO(work.body);
  REQUIRE(work.status == 200);
  CHECK(says(work, R"("programme":")" + id + "\""));
  CHECK(says(work, R"("title":"Neglect")"));
  // Who sees every programme has their own work here all the same.
  auto other = practice.daemon.coordinator("coordinator-2");
  REQUIRE(other.get("/v1/programmes/" + id).status == 200);
  CHECK_FALSE(says(other.get("/v1/worklist"), id));
}

TEST_CASE("Programmes go out with an export and come back in another store as they were", "[service]") {
  Practice from;
  const auto id = opened(from.coordinator);
  REQUIRE(add(from.coordinator, id, action).status == 201);
  REQUIRE(add(from.coordinator, id, R"({"learningCaptured":{"findings":[{"finding":"Invented."}]}})").status == 201);
  const auto exported = from.coordinator.get("/v1/export");
  REQUIRE(exported.status == 200);
  Practice to;
  const auto imported = to.coordinator.post("/v1/import", exported.body, ndjson);
  INFO(imported.body);
  REQUIRE(imported.status == 200);
  CHECK(to.coordinator.get("/v1/programmes/" + id).json() == from.coordinator.get("/v1/programmes/" + id).json());
  CHECK(to.coordinator.post("/v1/import", exported.body, ndjson).status == 409);
  // The next one that is opened does not take the reference that came.
  CHECK(opened(to.coordinator) == "p26-0002");
}

}  // namespace
}  // namespace review::service_test
