#include <fmt/format.h>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

struct Faulty {
  const char* body;
  const char* code;
  const char* pointer;
};

TEST_CASE("An entry that the schema does not know is refused with a pointer to the fault", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const Faulty faulty[] = {
      {R"({"noteAdded":{"text":"x","colour":"red"}})", "unknown-field", "/noteAdded/colour"},
      {R"({"noteAdded":{"text":"x"},"recordedBy":"people/ann"})", "unknown-field", "/recordedBy"},
      {R"({"noteAdded":{"text":"x"},"caseVersion":9})", "unknown-field", "/caseVersion"},
      {R"({"noteAdded":{}})", "missing-field", "/noteAdded/text"},
      {R"({"noteAdded":{"text":""}})", "missing-field", "/noteAdded/text"},
      {R"({"noteAdded":{"text":7}})", "wrong-type", "/noteAdded/text"},
      {R"({"noteAdded":[]})", "wrong-type", "/noteAdded"},
      {R"([])", "wrong-type", ""},
      {R"({"noteAdded":{"text":"x"},"note":null})", "wrong-type", "/note"},
      {R"({"rapidReviewSubmitted":{"version":1.5}})", "wrong-type", "/rapidReviewSubmitted/version"},
      {R"({"rapidReviewSubmitted":{"version":-1}})", "wrong-type", "/rapidReviewSubmitted/version"},
      {R"({"rapidReviewSubmitted":{"version":4294967296}})", "wrong-type", "/rapidReviewSubmitted/version"},
      {R"({"reviewHealthChecked":{"onTime":"yes"}})", "wrong-type", "/reviewHealthChecked/onTime"},
      {R"({"signedOff":{"of":"RAPID_REVIEW","body":"no such body"}})", "wrong-type", "/signedOff/body"},
      {R"({"memberAdded":{"person":"Ann Other","role":"READER"}})", "wrong-type", "/memberAdded/person"},
      {R"({"panelResponded":{"view":"MAYBE"}})", "not-a-choice", "/panelResponded/view"},
      {R"({"panelResponded":{"view":"PANEL_VIEW_AGREES"}})", "not-a-choice", "/panelResponded/view"},
      {R"({"panelResponded":{"view":"UNSPECIFIED"}})", "not-a-choice", "/panelResponded/view"},
      {R"({})", "not-one-kind", ""},
      {R"({"occurredOn":"2026-01-05"})", "not-one-kind", ""},
      {R"({"noteAdded":{"text":"x"},"panelNotified":{}})", "not-one-kind", ""},
      {R"({"noteAdded":{"text":"x"},"occurredOn":"2026-02-30"})", "not-a-date", "/occurredOn"},
      {R"({"noteAdded":{"text":"x"},"occurredOn":"2026-01"})", "not-a-date", "/occurredOn"},
      {R"({"proceedingsOpened":{"kind":"CRIMINAL","expectedEnd":"soon"}})", "not-a-date",
       "/proceedingsOpened/expectedEnd"},
  };
  for (const auto& [body, code, pointer] : faulty) practice.refused(id, body, code, pointer);
  CHECK(practice.version(id) == 1);
}

TEST_CASE("Every fault of an entry is told in one answer, and the first gives its code", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto answer = practice.refused(
      id, R"({"panelResponded":{"view":"MAYBE","letterDated":"yesterday","shape":"round"},"occurredOn":7})",
      "not-a-choice");
  CHECK(answer.json().at("violations").as_array().size() == 4);
  CHECK(answer.text("/violations/2/pointer") == "/panelResponded/shape");
}

TEST_CASE("The parts of a request that are no entry are refused too", "[service]") {
  Practice practice;
  auto& coordinator = practice.coordinator;
  const auto id = practice.open();
  const auto before = practice.size();
  const std::string entries = "/v1/cases/" + id + "/entries";

  const auto unknown = coordinator.get("/v1/cases?shade=blue");
  CHECK(unknown.status == 400);
  CHECK(unknown.code() == "unknown-field");
  CHECK(unknown.text("/violations/0/pointer") == "/shade");
  CHECK(coordinator.get("/v1/cases?pageSize=1&pageSize=2").code() == "malformed");
  CHECK(coordinator.post(entries + "?validateOnly=perhaps", note).code() == "wrong-type");
  CHECK(coordinator.post(entries + "?force=true", note).code() == "unknown-field");

  const auto media = coordinator.post(entries, note, {{"Content-Type", "text/plain"}});
  CHECK(media.status == 415);
  CHECK(media.code() == "unsupported-media-type");
  CHECK(coordinator.post(entries, note, {{"Content-Type", "application/json; charset=utf-8"}}).status == 201);

  const auto method = coordinator.send("DELETE", "/v1/cases/" + id, "", {});
  CHECK(method.status == 405);
  CHECK(method.header("Allow").find("GET") != std::string::npos);
  CHECK(coordinator.get("/v1/nothing").status == 404);
  CHECK(coordinator.get("/v1/cases/" + id + "/nothing").status == 404);

  const std::string large = R"({"noteAdded":{"text":")" + std::string(300 * 1024, 'x') + R"("}})";
  const auto too_large = coordinator.post(entries, large);
  CHECK(too_large.status == 413);
  CHECK(too_large.code() == "too-large");
  const auto header = coordinator.get("/v1/cases", {{"X-Long", std::string(9000, 'x')}});
  CHECK(header.status == 431);
  CHECK(coordinator.post(entries, "").code() == "malformed");
  CHECK(practice.size() == before + 1);
}

TEST_CASE("A problem never repeats what was sent", "[service]") {
  Practice practice;
  const auto id = practice.open();
  for (const std::string body :
       {R"({"noteAdded":{"text":"x"},"occurredOn":"canary-word"})", R"({"panelResponded":{"view":"canary-word"}})",
        R"({"memberAdded":{"person":"Canary-word Surname","role":"READER"}})",
        R"({"noteAdded":{"text":"canary-word"},"note":7})", R"({"noteAdded":{"text":"canary-word)"}) {
    const auto answer = practice.send(id, body);
    INFO(answer.body);
    CHECK(answer.status == 400);
    CHECK(answer.body.find("anary-word") == std::string::npos);
  }
}

}  // namespace
}  // namespace review::service_test
