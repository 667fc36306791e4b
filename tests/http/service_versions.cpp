#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

TEST_CASE("Every answer about a case carries its version", "[service]") {
  Practice practice;
  const auto opened = practice.coordinator.post("/v1/cases", incident);
  REQUIRE(opened.status == 201);
  const auto id = opened.text("/case");
  CHECK(opened.header("ETag") == "\"1\"");
  CHECK(opened.header("Location") == "/v1/cases/" + id);
  CHECK(opened.header("Cache-Control") == "no-store");
  const auto added = practice.coordinator.post("/v1/cases/" + id + "/entries", note);
  CHECK(added.header("ETag") == "\"2\"");
  CHECK(added.json().at("caseVersion").as_int64() == 2);
  CHECK(added.header("Location") == "/v1/cases/" + id + "/entries/" + added.text("/entry"));
  for (const auto& below : std::vector<std::string>{"", "/entries", "/entries/" + added.text("/entry")}) {
    const auto answer = practice.coordinator.get("/v1/cases/" + id + below, {{"If-None-Match", "\"2\""}});
    CHECK(answer.status == 200);
    CHECK(answer.header("ETag") == "\"2\"");
    CHECK(answer.header("Cache-Control") == "no-store");
  }
}

TEST_CASE("If-Match is honoured for facts and needed for decisions", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const std::string entries = "/v1/cases/" + id + "/entries";
  auto& coordinator = practice.coordinator;
  const auto with = [&](const std::string& body, const std::string& tag) {
    const auto answer = coordinator.post(entries, body, {{"If-Match", tag}});
    return answer.status;
  };
  CHECK(coordinator.post(entries, notify).status == 428);
  CHECK(with(notify, "*") == 428);
  CHECK(with(notify, "W/\"1\"") == 412);
  CHECK(with(notify, "\"2\"") == 412);
  CHECK(with(notify, "1") == 412);
  CHECK(with(notify, "\"1\", \"2\"") == 412);
  CHECK(practice.version(id) == 1);
  CHECK(with(note, "\"9\"") == 412);
  CHECK(with(note, "*") == 201);
  CHECK(with(notify, "\"1\"") == 412);
  CHECK(with(notify, "\"2\"") == 201);
  const auto stale = coordinator.post(entries, note, {{"If-Match", "\"1\""}});
  CHECK(stale.code() == "stale");
  CHECK(practice.version(id) == 3);
}

TEST_CASE("The same key and request are answered again and stored once", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const std::string entries = "/v1/cases/" + id + "/entries";
  auto& coordinator = practice.coordinator;
  const HttpFields key{{"Idempotency-Key", "key-1"}};
  const auto first = coordinator.post(entries, note, key);
  REQUIRE(first.status == 201);
  practice.add(id, note);
  const auto again = coordinator.post(entries, note, key);
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  CHECK(again.header("ETag") == first.header("ETag"));
  CHECK(again.header("Location") == first.header("Location"));
  CHECK(practice.version(id) == 3);

  const auto other = coordinator.post(entries, R"({"noteAdded":{"text":"Another note."}})", key);
  CHECK(other.status == 422);
  CHECK(other.code() == "key-reused");
  // Bytes count, not meaning; and the query is part of the request.
  CHECK(coordinator.post(entries, note + " ", key).status == 422);
  // Somebody else's key is another key.
  auto second = practice.daemon.coordinator("coordinator-2");
  CHECK(second.post(entries, note, key).status == 201);
  CHECK(practice.version(id) == 4);
  for (const auto& bad : std::vector<std::string>{"", "with blank", "\xC3\xA9", std::string(256, 'k')})
    CHECK(coordinator.post(entries, note, {{"Idempotency-Key", bad}}).status == 400);
  CHECK(coordinator.post(entries, note, {{"Idempotency-Key", std::string(255, 'k')}}).status == 201);
}

TEST_CASE("A key is looked up before the version, and a refusal uses up none", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const std::string entries = "/v1/cases/" + id + "/entries";
  auto& coordinator = practice.coordinator;
  const auto send = [&](const std::string& body, const std::string& tag, const std::string& key) {
    return coordinator.post(entries, body, {{"If-Match", tag}, {"Idempotency-Key", key}}).status;
  };
  CHECK(send(notify, "\"7\"", "key-1") == 412);
  CHECK(send(notify, "\"1\"", "key-1") == 201);
  CHECK(send(notify, "\"1\"", "key-1") == 201);
  CHECK(practice.version(id) == 2);
  const std::string asked = R"({"agencyReturnReceived":{"agency":"police"}})";
  CHECK(send(asked, "\"2\"", "key-2") == 409);
  practice.add(id, notified);
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police"]}})");
  CHECK(send(asked, "\"4\"", "key-2") == 201);
  CHECK(send(asked, "\"4\"", "key-2") == 201);
  CHECK(practice.version(id) == 5);
}

TEST_CASE("A case is opened once for each key", "[service]") {
  Practice practice;
  const HttpFields key{{"Idempotency-Key", "open-1"}};
  const auto first = practice.coordinator.post("/v1/cases", incident, key);
  const auto id = first.text("/case");
  practice.add(id, note);
  const auto again = practice.coordinator.post("/v1/cases", incident, key);
  CHECK(again.status == 201);
  CHECK(again.text("/case") == id);
  CHECK(again.header("ETag") == "\"1\"");
  CHECK(again.json().at("version").as_int64() == 1);
  CHECK(practice.size() == 2);
  CHECK(practice.coordinator.post("/v1/cases/" + id + "/entries", note, key).status == 422);
}

TEST_CASE("A key outlives a restart", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const HttpFields key{{"Idempotency-Key", "key-1"}};
  const auto first = practice.coordinator.post("/v1/cases/" + id + "/entries", note, key);
  REQUIRE(practice.daemon.stop() == 0);
  practice.daemon.start();
  auto coordinator = practice.daemon.caller(practice.coordinator.token());
  const auto again = coordinator.post("/v1/cases/" + id + "/entries", note, key);
  CHECK(again.status == 201);
  CHECK(again.text("/entry") == first.text("/entry"));
}

}  // namespace
}  // namespace review::service_test
