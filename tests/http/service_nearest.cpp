#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "tests/http/service_support.hpp"

/// What was recommended before, over HTTP. All invented.
namespace review::service_test {
namespace {

const std::string handover = "Midwives hand families over to health visitors in writing.";

std::string made(const std::string& text, const std::string& theme = "information-sharing") {
  return fmt::format(R"({{"recommendationMade":{{"text":"{}","to":["POLICE"],"themes":["{}"]}}}})", text, theme);
}

std::string wish(const std::string& text, const std::string& more = "") {
  return fmt::format(R"({{"text":"{}"{}}})", text, more);
}

HttpAnswer nearest(HttpCaller& caller, const std::string& body) {
  return caller.post("/v1/recommendations:nearest", body);
}

/// An earlier case with a recommendation that is being answered, and a new one.
struct Again {
  Practice practice;
  std::string earlier = practice.open();
  std::string now = practice.open();

  Again() {
    practice.day("2026-01-06");
    practice.add(earlier, made(handover));
    practice.add(earlier,
                 R"({"actionAgreed":{"recommendation":"recommendation-1","owner":"POLICE","dueOn":"2026-09-01"}})");
    practice.add(earlier,
                 R"({"actionUpdated":{"action":"action-1","progress":"RED","reached":"SAID","evidence":"None."}})");
  }
};

TEST_CASE("The nearest earlier recommendations are asked for in a body, and come with what became of them",
          "[service]") {
  Again again;
  auto& caller = again.practice.coordinator;
  const auto found = nearest(caller, wish("In writing, midwives should hand families over to the health visitor.",
                                          fmt::format(R"(,"case":"{}")", again.now)));
  INFO(found.body);
  REQUIRE(found.status == 200);
  CHECK(found.text("/nearest/0/case") == again.earlier);
  CHECK(found.text("/nearest/0/recommendation") == "recommendation-1");
  CHECK(found.text("/nearest/0/text") == handover);
  CHECK(found.text("/nearest/0/madeOn") == "2026-01-06");
  CHECK(found.text("/nearest/0/state/standing") == "OPEN");
  CHECK(found.text("/nearest/0/state/progress") == "RED");
  CHECK(found.text("/nearest/0/state/actions/0/owner") == "POLICE");
  CHECK_FALSE(found.text("/nearest/0/state/actions/0/evidenceEntry").empty());
  CHECK(found.json().at("nearest").as_array().size() == 1);
  CHECK(found.json().at("nearest").at(0).at("alike") == 100);
  const auto own = nearest(caller, wish(handover, fmt::format(R"(,"case":"{}")", again.earlier)));
  CHECK(own.json().at("nearest").as_array().empty());
  CHECK(nearest(caller, wish("Check every address at the gate.")).json().at("nearest").as_array().empty());
}

TEST_CASE("With an earlier recommendation comes what bodies said, and what other records do for it", "[service]") {
  Again again;
  auto& caller = again.practice.coordinator;
  again.practice.add(again.earlier,
                     R"({"recommendationAnswered":{"by":"POLICE","answer":"REJECTED","reasons":"It is there."}})");
  const auto programme =
      caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"INSPECTION","title":"Handovers"}})")
          .text("/programme");
  const auto agreed = caller.post(
      "/v1/programmes/" + programme + "/entries",
      fmt::format(R"({{"actionAgreed":{{"owner":"OFSTED","dueOn":"2026-09-01","serves":[{{"recommendation":)"
                  R"("recommendation-1","ofCase":"{}"}}]}}}})",
                  again.earlier));
  INFO(agreed.body);
  REQUIRE(agreed.status == 201);
  const auto found = nearest(caller, wish(handover));
  INFO(found.body);
  CHECK(found.text("/nearest/0/state/answers/0/by") == "POLICE");
  CHECK(found.text("/nearest/0/state/answers/0/state") == "REJECTED");
  CHECK(found.text("/nearest/0/state/answers/0/reasons") == "It is there.");
  CHECK(found.text("/nearest/0/state/actions/0/case") == again.earlier);
  CHECK(found.text("/nearest/0/state/actions/1/programme") == programme);
  CHECK(found.text("/nearest/0/state/reached").empty());
  // What a programme recommended is told as of a programme.
  REQUIRE(caller.post("/v1/programmes/" + programme + "/entries", made("Check every address at the gate.")).status ==
          201);
  const auto of_programme = nearest(caller, wish("Check every address at the gate."));
  CHECK(of_programme.text("/nearest/0/programme") == programme);
  CHECK(of_programme.text("/nearest/0/case").empty());
}

TEST_CASE("What cannot be looked for is refused, with a way on", "[service]") {
  Again again;
  auto& caller = again.practice.coordinator;
  CHECK(nearest(caller, "{}").code() == "missing-field");
  CHECK(nearest(caller, wish(handover, R"(,"case":"26-9999")")).code() == "missing-reference");
  CHECK(nearest(caller, wish(handover, R"(,"words":"x")")).code() == "unknown-field");
  CHECK(nearest(caller, wish(std::string(20'001, 'a'))).code() == "malformed");
  auto contact = again.practice.daemon.caller(again.practice.daemon.issue("a-contact", "agency-contact"));
  CHECK(nearest(contact, wish(handover)).code() == "not-permitted");
  CHECK(contact.get("/v1/cases/" + again.now + "/repeats").code() == "not-permitted");
}

TEST_CASE("What is looked for stands in no log", "[service]") {
  Again again;
  REQUIRE(nearest(again.practice.coordinator, wish("Canarywort hands over in writing.")).status == 200);
  REQUIRE(again.practice.daemon.stop() == 0);
  CHECK(again.practice.daemon.said().find("anarywort") == std::string::npos);
}

TEST_CASE("What of a case was said before is told with its cases and what became of it", "[service]") {
  Again again;
  again.practice.add(again.now, made("In writing, midwives hand families over to the health visitors."));
  again.practice.add(again.now, made("Check every address at the gate.", "not-in-school"));
  const auto told = again.practice.coordinator.get("/v1/cases/" + again.now + "/repeats");
  INFO(told.body);
  REQUIRE(told.status == 200);
  CHECK(told.text("/themes/0/theme") == "information-sharing");
  CHECK(told.text("/themes/0/title") == "Sharing information in a timely and appropriate way");
  CHECK(told.json().at("themes").at(0).at("recommended") == 1);
  CHECK(told.text("/themes/0/newest/0/case") == again.earlier);
  CHECK(told.text("/themes/0/newest/0/recommendations/0/state/standing") == "OPEN");
  CHECK(told.text("/recommendations/0/before/0/case") == again.earlier);
  CHECK(told.json().at("recommendations").at(0).at("times") == 1);
  CHECK(told.json().at("recommendations").at(1).at("before").as_array().empty());
  CHECK(again.practice.coordinator.get("/v1/cases/26-9999/repeats").status == 404);
}

TEST_CASE("A case of which only learning is told is on record as read", "[service]") {
  Again again;
  const std::string learned = R"({"learningCaptured":{"findings":[{"finding":"Invented.","themes":["neglect"]}]}})";
  again.practice.add(again.earlier, learned);
  again.practice.day("2026-01-07");
  again.practice.add(again.now, learned);
  auto chair = again.practice.daemon.caller(again.practice.daemon.issue("chair-1", "chair"));
  REQUIRE(chair.get("/v1/cases/" + again.now + "/repeats").text("/themes/0/newest/0/case") == again.earlier);
  for (const auto& id : {again.earlier, again.now}) {
    INFO(id);
    CHECK(again.practice.coordinator.get("/v1/cases/" + id + "/reads").body.find("chair-1") != std::string::npos);
  }
}

}  // namespace
}  // namespace review::service_test
