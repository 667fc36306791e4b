#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

TEST_CASE("Who asks is looked at before anything else", "[service]") {
  Practice practice;
  const auto id = practice.open();
  for (const std::string token : {"", "rvw_nonsense", "rvw_aaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}) {
    auto stranger = practice.daemon.caller(token);
    for (const std::string target : {"/v1/cases", "/v1/cases/26-0001", "/v1/cases/99-0001", "/v1/nothing",
                                     "/v1/journal/head", "/v1/law", "/v1/practice/today"}) {
      const auto answer = stranger.get(target);
      CHECK(answer.status == 401);
      CHECK(answer.code() == "unauthenticated");
    }
    CHECK(stranger.post("/v1/cases/" + id + "/entries", "no JSON").status == 401);
    CHECK(stranger.send("DELETE", "/v1/cases", "", {}).status == 401);
  }
  auto stranger = practice.daemon.caller();
  for (const std::string open : {"/healthz", "/readyz", "/metrics", "/openapi.json"})
    CHECK(stranger.get(open).status == 200);
}

TEST_CASE("A reader reads and does not write", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto before = practice.size();
  auto reader = practice.daemon.reader();
  CHECK(reader.get("/v1/cases").status == 200);
  CHECK(reader.get("/v1/cases/" + id).status == 200);
  CHECK(reader.get("/v1/cases/" + id + "/entries").status == 200);
  CHECK(reader.get("/v1/cases/-/clocks").status == 200);
  CHECK(reader.get("/v1/practice/today").status == 200);

  // First the schema, then whether there is such a case, then the right.
  const std::string entries = "/v1/cases/" + id + "/entries";
  CHECK(reader.post(entries, R"({"noteAdded":{}})").code() == "missing-field");
  CHECK(reader.post("/v1/cases/99-0001/entries", note).status == 404);
  CHECK(reader.post(entries, note).code() == "not-permitted");
  CHECK(reader.post(entries + "?validateOnly=true", note).code() == "not-permitted");
  CHECK(reader.post(entries, notify, {{"If-Match", "\"77\""}}).code() == "not-permitted");
  CHECK(reader.post("/v1/cases", incident).code() == "not-permitted");
  CHECK(reader.put("/v1/practice/today", R"({"date":"2026-02-02"})").code() == "not-permitted");
  CHECK(reader.get("/v1/export").code() == "not-permitted");
  CHECK(reader.post("/v1/import", note, {{"Content-Type", "application/x-ndjson"}}).code() == "not-permitted");
  CHECK(reader.get("/v1/tokens").code() == "not-permitted");
  CHECK(reader.post("/v1/store:backup", R"({"to":"/tmp/never"})").code() == "not-permitted");
  CHECK(practice.size() == before);
}

TEST_CASE("An administrator sees no case, not even whether there is one", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto administrator = practice.daemon.administrator();
  for (const std::string target :
       {"/v1/cases", "/v1/cases/-/clocks", "/v1/export", "/v1/cases/99-0001", "/v1/cases/99-0001/entries"})
    CHECK(administrator.get(target).status == 403);
  for (const std::string below : {"", "/entries", "/clocks", "/clocks/notify-panel", "/timetable", "/entries/abc"})
    CHECK(administrator.get("/v1/cases/" + id + below).status == 403);
  CHECK(administrator.post("/v1/cases", incident).status == 403);
  CHECK(administrator.post("/v1/cases/" + id + "/entries", note).status == 403);
  CHECK(administrator.post("/v1/cases/99-0001/entries", note).status == 403);
  CHECK(administrator.put("/v1/practice/today", R"({"date":"2026-02-02"})").status == 403);
  CHECK(administrator.get("/v1/journal/head").status == 200);
  CHECK(administrator.post("/v1/store:check", "").status == 200);
}

TEST_CASE("What is unknown is not found, and a decision asks for its version after that", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto& coordinator = practice.coordinator;
  for (const std::string target : {"/v1/cases/99-0001", "/v1/cases/99-0001/entries", "/v1/cases/99-0001/clocks",
                                   "/v1/cases/99-0001/timetable", "/v1/cases/Not%20A%20Name"})
    CHECK(coordinator.get(target).status == 404);
  CHECK(coordinator.get("/v1/cases/" + id + "/entries/none").status == 404);
  CHECK(coordinator.get("/v1/cases/" + id + "/clocks/none").status == 404);
  CHECK(coordinator.post("/v1/cases/99-0001/entries", notify).status == 404);
  CHECK(coordinator.post("/v1/cases/" + id + "/entries", notify).status == 428);
  CHECK(coordinator.get("/v1/tokens").status == 403);
}

TEST_CASE("Tokens are issued once, listed without their secrets and revoked at once", "[service]") {
  Practice practice;
  auto administrator = practice.daemon.administrator();
  const auto issued = administrator.post("/v1/tokens", R"({"person":"people/ann","role":"reader"})");
  REQUIRE(issued.status == 201);
  const auto id = issued.text("/token");
  CHECK(issued.text("/person") == "people/ann");
  CHECK(issued.header("Location") == "/v1/tokens/" + id);
  CHECK(issued.header("Cache-Control") == "no-store");
  const auto listed = administrator.get("/v1/tokens");
  CHECK(listed.body.find(issued.text("/secret")) == std::string::npos);
  CHECK(listed.body.find("secret") == std::string::npos);
  auto ann = practice.daemon.caller(issued.text("/secret"));
  CHECK(ann.get("/v1/cases").status == 200);
  CHECK(administrator.post("/v1/tokens/" + id + ":revoke", "").status == 200);
  CHECK(ann.get("/v1/cases").status == 401);
  CHECK(administrator.post("/v1/tokens/none0000:revoke", "").status == 404);

  CHECK(administrator.post("/v1/tokens", R"({"person":"ann"})").text("/violations/0/pointer") == "/role");
  CHECK(administrator.post("/v1/tokens", R"({"person":"ann","role":"queen"})").code() == "not-a-choice");
  CHECK(administrator.post("/v1/tokens", R"({"person":"Ann Other","role":"reader"})").status == 400);
  CHECK(administrator.post("/v1/tokens", R"({"person":"ann","role":"reader","more":1})").code() == "unknown-field");
  CHECK(
      administrator.post("/v1/tokens", R"({"person":"ann","role":"reader","expires":"2020-01-01T00:00:00Z"})").status ==
      400);
}

}  // namespace
}  // namespace review::service_test
