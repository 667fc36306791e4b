#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

/// Words that stand for what nobody may find outside a case.
const std::string privacy_canaries[] = {"Quillfeather", "Marrowbone", "Ivydene-Terrace", "4857773456", "Thistlewick"};

/// Fills every place for a name, an address or free text.
const std::string full_incident =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell","place":"Ivydene-Terrace","cause":"Thistlewick",)"
    R"("summary":"Quillfeather and Marrowbone","contact":"Marrowbone","children":[{"pseudonym":"Child A",)"
    R"("name":"Quillfeather","otherNames":["Marrowbone"],"bornOn":"2019-03","address":"Ivydene-Terrace",)"
    R"("nhsNumber":"4857773456","school":"Thistlewick"}],"family":[{"relation":"mother","name":"Marrowbone",)"
    R"("note":"Thistlewick"}]},"note":"Quillfeather","evidence":"Marrowbone"})";

void free_of_canaries(const std::string& where, const std::string& text) {
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  for (std::string canary : privacy_canaries) {
    std::transform(canary.begin(), canary.end(), canary.begin(), [](unsigned char c) { return std::tolower(c); });
    INFO(where << " holds " << canary);
    CHECK(lower.find(canary) == std::string::npos);
  }
}

TEST_CASE("Nothing personal is in logs, measurements, problems, addresses or case lists", "[service]") {
  Practice practice;
  auto& coordinator = practice.coordinator;
  const HttpFields key{{"Idempotency-Key", "key-1"}};
  const auto opened = coordinator.post("/v1/cases", full_incident, key);
  INFO(opened.body);
  REQUIRE(opened.status == 201);
  free_of_canaries("the head of an answer", opened.head);
  free_of_canaries("the case", opened.body);
  const auto id = opened.text("/case");
  const std::string entries = "/v1/cases/" + id + "/entries";
  // It is kept, for those who read the entry.
  CHECK(coordinator.get(entries).body.find("Quillfeather") != std::string::npos);

  // Refusals of many kinds, with the words in every part of the request.
  const std::string said = R"({"noteAdded":{"text":"Quillfeather Marrowbone"})";
  std::vector<HttpAnswer> problems{
      coordinator.post("/v1/cases", full_incident + "Quillfeather"),
      coordinator.post("/v1/cases", full_incident + " ", key),
      coordinator.post(entries, full_incident),
      coordinator.post(entries, said + R"(,"occurredOn":"Quillfeather"})"),
      coordinator.post(entries, said + R"(,"occurredOn":"2031-01-01"})"),
      coordinator.post(entries, R"({"panelResponded":{"view":"Quillfeather"}})"),
      coordinator.post(entries, R"({"agencyReturnSentBack":{"agency":"police","reasons":"Quillfeather"}})"),
      coordinator.post(entries, R"({"embargoPlaced":{"reason":"Quillfeather","reviewOn":"2026-02-02"}})"),
      coordinator.get("/v1/cases?filter=stage=Quillfeather"),
      coordinator.get("/v1/cases?filter=Quillfeather%20Marrowbone"),
      coordinator.get("/v1/cases?orderBy=Quillfeather"),
      coordinator.get("/v1/cases/Quillfeather"),
      coordinator.get("/v1/Quillfeather?asAt=Marrowbone"),
      coordinator.get("/v1/cases/" + id + "?asAt=Quillfeather"),
      coordinator.get("/v1/cases", {{"Authorization", "Bearer Quillfeather"}}),
      coordinator.post("/v1/import", "Quillfeather\n", {{"Content-Type", "application/x-ndjson"}}),
      coordinator.post(entries, said + "}", {{"Content-Type", "text/Quillfeather"}}),
      coordinator.post(entries, said + "}", {{"If-Match", "\"Quillfeather\""}}),
      coordinator.post(entries, said + "}", {{"Idempotency-Key", "Quillfeather Marrowbone"}}),
  };
  for (std::size_t i = 0; i < problems.size(); ++i) {
    INFO(i << " " << problems[i].body);
    CHECK(problems[i].status >= 400);
    free_of_canaries("a problem", problems[i].head + problems[i].body);
  }
  // An address that is none is not repeated to whoever has to sign in first.
  const auto door = coordinator.get("/Quillfeather?asAt=Marrowbone");
  CHECK(door.status == 303);
  free_of_canaries("the way to the door", door.head + door.body);
  for (const std::string target : {"/metrics", "/v1/cases", "/v1/cases/-/clocks", "/healthz", "/readyz"})
    free_of_canaries(target, coordinator.get(target).body);
  free_of_canaries("the clocks", coordinator.get("/v1/cases/" + id + "/clocks").body);
  free_of_canaries("a preview", coordinator.post("/v1/cases?validateOnly=true", incident).body);
  REQUIRE(practice.daemon.stop() == 0);
  free_of_canaries("the log", practice.daemon.said());
  CHECK(practice.daemon.said().find("rvw_") == std::string::npos);
}

TEST_CASE("A name that was sent where a field belongs is pointed at for the sender, and told to nobody else",
          "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto field = practice.coordinator.post("/v1/cases/" + id + "/entries", R"({"noteAdded":{},"Thistlewick":1})");
  CHECK(field.json().at("violations").as_array().size() == 2);
  const auto parameter = practice.coordinator.get("/v1/cases?Thistlewick=1");
  CHECK(parameter.text("/violations/0/pointer") == "/Thistlewick");
  CHECK(parameter.text("/detail").find("Thistlewick") == std::string::npos);
  REQUIRE(practice.daemon.stop() == 0);
  free_of_canaries("the log", practice.daemon.said());
}

TEST_CASE("The log tells each request by its operation, and no case reference or token", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, note);
  REQUIRE(practice.daemon.stop() == 0);
  const auto said = practice.daemon.said();
  CHECK(said.find("listening on http://127.0.0.1:") != std::string::npos);
  CHECK(said.find("\"event\":\"stopped\"") != std::string::npos);
  CHECK(said.find(practice.coordinator.token()) == std::string::npos);
  CHECK(said.find(practice.coordinator.token().substr(13)) == std::string::npos);
}

}  // namespace
}  // namespace review::service_test
