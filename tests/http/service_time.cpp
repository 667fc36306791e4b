#include <fmt/format.h>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

TEST_CASE("A preview says what would change and stores nothing", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, decided("LCSPR"));
  for (const char* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"}) practice.add(id, signed_off(body));
  const auto before = practice.size();
  const std::string entries = "/v1/cases/" + id + "/entries?validateOnly=true";
  const auto preview =
      practice.coordinator.post(entries, R"({"rapidReviewSubmitted":{}})", {{"Idempotency-Key", "key-1"}});
  INFO(preview.body);
  REQUIRE(preview.status == 200);
  CHECK(preview.text("/case/stage") == "AWAITING_PANEL");
  CHECK(preview.text("/entry/occurredOn") == "2026-01-07");
  CHECK(texts(preview, "clocks", "clock") == std::vector<std::string>{"rapid-review", "panel-reply"});
  CHECK(texts(preview, "clocks", "change") == std::vector<std::string>{"STOPS", "STARTS"});
  CHECK(preview.text("/clocks/0/before/state") == "RUNNING");
  CHECK(preview.text("/clocks/0/after/state") == "MET");
  CHECK(practice.size() == before);
  CHECK(practice.stage(id) == "RAPID_REVIEW");
  // The key was ignored: it is free for another request.
  CHECK(practice.coordinator.post("/v1/cases/" + id + "/entries", note, {{"Idempotency-Key", "key-1"}}).status == 201);

  const auto refused = practice.coordinator.post(entries, R"({"agencyReturnReceived":{"agency":"police"}})");
  CHECK(refused.code() == "missing-reference");
  CHECK(practice.coordinator.post(entries, notify).status == 428);
  const auto opening = practice.coordinator.post("/v1/cases?validateOnly=true", incident);
  CHECK(opening.status == 200);
  CHECK(opening.text("/case/stage") == "LOGGED");
  CHECK(practice.size() == before + 1);
  CHECK(practice.open() == "26-0002");
}

TEST_CASE("A case is shown as it stood at the end of an earlier day", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.day("2026-01-21");
  practice.add(id, decided("LCSPR"));
  practice.day("2026-03-02");
  auto& coordinator = practice.coordinator;
  const std::string path = "/v1/cases/" + id;
  CHECK(coordinator.get(path + "?asAt=2026-01-04").status == 404);
  const auto first = coordinator.get(path + "?asAt=2026-01-05");
  CHECK(first.text("/stage") == "LOGGED");
  CHECK(first.text("/asOf") == "2026-01-05");
  CHECK(first.json().at("version").as_int64() == 1);
  CHECK(first.header("ETag").empty());
  const auto notified_then = coordinator.get(path + "?asAt=2026-01-20");
  CHECK(notified_then.text("/stage") == "NOTIFIED");
  CHECK(notified_then.json().at("version").as_int64() == 2);
  CHECK(notified_then.json().as_object().if_contains("decision") == nullptr);
  CHECK(coordinator.get(path + "?asAt=2026-03-02").text("/stage") == "RAPID_REVIEW");
  CHECK(coordinator.get(path + "?asAt=2026-03-03").code() == "malformed");
  CHECK(coordinator.get(path + "?asAt=2026-02-30").code() == "not-a-date");
  CHECK(coordinator.get(path + "?asAt=2026-02-30").text("/violations/0/pointer") == "/asAt");

  // The clock is read with that day as today.
  CHECK(practice.clock(id, "rapid-review") == "OVERDUE 2026-01-28");
  CHECK(practice.clock(id, "rapid-review", "2026-01-28") == "DUE_TODAY 2026-01-28");
  CHECK(practice.clock(id, "rapid-review", "2026-01-08") == "RUNNING 2026-01-28");
  CHECK(texts(coordinator.get(path + "/clocks?asAt=2026-01-05"), "clocks", "clock") ==
        std::vector<std::string>{"notify-panel", "tell-partners"});
  CHECK(coordinator.get(path + "/entries?asAt=2026-01-20").json().at("entries").as_array().size() == 2);
  CHECK(coordinator.get(path + "/entries?asAt=2026-01-20").header("ETag").empty());
}

TEST_CASE("What was recorded later about an earlier day is not in the earlier state", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open();
  practice.day("2026-01-19");
  practice.add(id, R"({"panelNotified":{},"occurredOn":"2026-01-07"})");
  CHECK(practice.clock(id, "notify-panel").substr(0, 4) == "MET ");
  CHECK(practice.clock(id, "notify-panel", "2026-01-16") == "OVERDUE 2026-01-12");
}

TEST_CASE("The practice day goes forward and back, is everybody's, and outlives a restart", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.day("2026-01-20");
  CHECK(practice.clock(id, "notify-panel") == "OVERDUE 2026-01-12");
  practice.day("2026-01-06");
  CHECK(practice.clock(id, "notify-panel") == "RUNNING 2026-01-12");
  CHECK(practice.coordinator.get("/v1/cases/" + id).text("/asOf") == "2026-01-06");
  practice.refused(id, R"({"noteAdded":{"text":"x"},"occurredOn":"2026-01-07"})", "dated-in-the-future");
  const auto entry = practice.add(id, note);
  CHECK(std::string(entry.at("recordedTime").as_string()).substr(0, 10) == "2026-01-06");
  CHECK(entry.at("occurredOn").as_string() == "2026-01-06");

  auto& coordinator = practice.coordinator;
  for (const std::string body : {R"({"date":"2026-02-30"})", R"({"date":7})", R"({"day":"2026-02-03"})", "{}", "[]",
                                 R"({"date":"2026-02-03","more":1})", R"({"date":null})"})
    CHECK(coordinator.put("/v1/practice/today", body).status == 400);
  CHECK(practice.daemon.reader().get("/v1/practice/today").text("/date") == "2026-01-06");
  REQUIRE(practice.daemon.stop() == 0);
  practice.daemon.start();
  auto again = practice.daemon.caller(coordinator.token());
  CHECK(again.get("/v1/practice/today").text("/date") == "2026-01-06");
  CHECK(again.get("/v1/cases/" + id).json().at("practice").as_bool());
}

TEST_CASE("A real store has the day that it is", "[service]") {
  const Daemon daemon({false, {}});
  auto coordinator = daemon.coordinator();
  const auto set = coordinator.put("/v1/practice/today", R"({"date":"2026-03-17"})");
  CHECK(set.status == 403);
  CHECK(set.code() == "not-permitted");
  CHECK(coordinator.get("/v1/practice/today").status == 403);
  const auto opened = coordinator.post("/v1/cases", incident);
  CHECK(opened.status == 201);
  CHECK_FALSE(opened.json().at("practice").as_bool());
}

TEST_CASE("A case that is named by an entry without a number takes the next of its year", "[service]") {
  Practice practice;
  CHECK(practice.open() == "26-0001");
  practice.day("2027-01-04");
  CHECK(practice.open() == "27-0001");
  practice.day("2026-12-31");
  CHECK(practice.open() == "26-0002");
}

TEST_CASE("A joined case gets its own entries and clocks in the same commit", "[service]") {
  Practice practice;
  const auto lead = practice.submitted_case();
  const auto joined = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(lead, R"({"panelResponded":{"view":"AGREES"}})");
  const auto before = practice.version(joined);
  practice.add(lead,
               fmt::format(R"({{"reviewCommissioned":{{"kind":"THEMATIC_LCSPR","joinsCases":["{}"]}}}})", joined));
  CHECK(practice.version(joined) == before + 1);
  CHECK(practice.stage(joined) == "REVIEW");
  practice.add(joined, R"({"proceedingsOpened":{"kind":"INQUEST"}})");
  const auto holds = practice.show(lead).at("holds").as_array();
  REQUIRE(holds.size() == 1);
  CHECK(holds[0].at("name").as_string() == "proceedings-1");
  CHECK(holds[0].at("case").as_string() == joined);
  practice.refused(lead, R"({"reviewCommissioned":{"joinsCases":["99-0001"]}})", "missing-reference");
}

}  // namespace
}  // namespace review::service_test
