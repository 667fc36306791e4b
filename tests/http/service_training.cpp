#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "tests/http/sight_support.hpp"

/// Training with its answers before, after and at three months; pledges and what young people judge of them.
namespace review::service_test {
namespace {

namespace json = boost::json;

std::string opened(HttpCaller& caller, const std::string& sort, const std::string& more = "") {
  const auto answer = caller.post(
      "/v1/programmes", fmt::format(R"({{"programmeOpened":{{"sort":"{}","title":"Invented"{}}}}})", sort, more));
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  return answer.text("/programme");
}

HttpAnswer add(HttpCaller& caller, const std::string& id, const std::string& body) {
  auto answer = caller.post("/v1/programmes/" + id + "/entries", body);
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  return answer;
}

std::string evaluated(const std::string& round, const std::string& answers) {
  return fmt::format(R"({{"trainingEvaluated":{{"round":"{}","asked":24,"answers":[{}]}}}})", round, answers);
}

/// The figures of a round as `value:people` or `value:people(percent%)`.
std::string figures(const HttpAnswer& answer, std::size_t round) {
  const auto body = answer.json();
  const auto& found = body.at("trainings").at(0).at("questions").at(0).at("rounds").at(round);
  std::string all;
  const auto* answers = found.as_object().if_contains("answers");
  if (answers == nullptr) return all;
  for (const auto& one : answers->as_array()) {
    all += fmt::format("{}{}:{}", all.empty() ? "" : " ", one.at("value").as_int64(), one.at("people").as_int64());
    if (const auto* percent = one.as_object().if_contains("percent")) all += fmt::format("({}%)", percent->as_int64());
  }
  return all;
}

TEST_CASE("The same question is asked before, after and at three months, and few answers have no shares", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller, "TRAINING", R"(,"agencies":["POLICE","city-hospital","housing-service"])");
  add(caller, id, R"({"trainingPlanned":{"title":"Missing children","plannedFor":"2026-01-20"}})");
  add(caller, id, R"({"trainingQuestionSet":{"text":"How sure are you of what to ask?","scale":"ONE_TO_FIVE"}})");
  add(caller, id,
      evaluated("BEFORE",
                R"({"value":1,"people":3},{"value":2,"people":9},{"value":3,"people":8},{"value":4,"people":4})"));
  practice.day("2026-01-20");
  add(caller, id,
      R"({"trainingHeld":{"attendance":[{"agency":"police","people":14},{"agency":"city-hospital","people":10}]}})");
  practice.day("2026-04-20");
  add(caller, id, evaluated("THREE_MONTHS", R"({"value":4,"people":6},{"value":5,"people":1})"));
  const auto answer = caller.get("/v1/programmes/" + id + "/training");
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  CHECK(answer.text("/trainings/0/title") == "Missing children");
  CHECK(answer.text("/trainings/0/heldOn") == "2026-01-20");
  CHECK(answer.text("/trainings/0/questions/0/text") == "How sure are you of what to ask?");
  const auto body = answer.json();
  const auto& course = body.at("trainings").at(0);
  CHECK(course.at("people") == json::value(24));
  CHECK(course.at("absent") == json::value(json::array{"housing-service"}));
  // 3, 9, 8 and 4 of 24.
  CHECK(figures(answer, 0) == "1:3(13%) 2:9(38%) 3:8(33%) 4:4(17%) 5:0(0%)");
  const auto& rounds = course.at("questions").at(0).at("rounds");
  CHECK(rounds.at(0).at("answered") == json::value(24));
  CHECK(rounds.at(1).at("held") == json::value(false));
  CHECK(figures(answer, 1).empty());
  CHECK(figures(answer, 2) == "1:0 2:0 3:0 4:6 5:1");
  CHECK(rounds.at(2).at("answered") == json::value(7));
  CHECK(rounds.at(2).at("asked") == json::value(24));
  CHECK(rounds.at(2).at("few") == json::value(true));
}

TEST_CASE("What training follows from in a case is told to whoever sees that case", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto of_case = practice.open();
  practice.add(of_case, R"({"learningCaptured":{"findings":[{"id":"apart","finding":"Missing was seen apart."}]}})");
  const auto audit = opened(caller, "MULTI_AGENCY_AUDIT");
  add(caller, audit, R"({"recommendationMade":{"recommendation":"teach","text":"Teach it."}})");
  const auto id = opened(caller, "TRAINING");
  add(caller, id,
      fmt::format(R"({{"trainingPlanned":{{"title":"Missing","about":[{{"finding":"apart","ofCase":"{}"}},)"
                  R"({{"recommendation":"teach","ofCase":"{}"}}]}}}})",
                  of_case, audit));
  const auto about = [&](HttpCaller& who) {
    const auto body = who.get("/v1/programmes/" + id + "/training").json();
    std::vector<std::string> all;
    const auto* told = body.at("trainings").at(0).as_object().if_contains("about");
    if (told == nullptr) return all;
    for (const auto& one : told->as_array()) all.emplace_back(one.at("ofCase").as_string());
    return all;
  };
  CHECK(about(caller) == std::vector<std::string>{of_case, audit});
  const auto told = caller.get("/v1/programmes/" + id + "/training");
  CHECK(told.text("/trainings/0/aboutWords/0/says") == "Missing was seen apart.");
  CHECK(told.text("/trainings/0/aboutWords/1/says") == "Teach it.");
  auto member = somebody(practice, "a-member", "panel-member");
  add(caller, id, R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})");
  CHECK(about(member).empty());
  CHECK_FALSE(says(member.get("/v1/programmes/" + id + "/training"), "Missing was seen apart."));
  CHECK_FALSE(says(member.get("/v1/programmes/" + id + "/training"), of_case));
  CHECK_FALSE(says(member.get("/v1/programmes/" + id + "/entries"), of_case));
  add(caller, audit, R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})");
  CHECK(about(member) == std::vector<std::string>{audit});
  // A case that is not there, and one that is not seen, are told alike.
  const auto unknown = caller.post("/v1/programmes/" + id + "/entries",
                                   R"({"trainingPlanned":{"title":"X","about":[{"finding":"a","ofCase":"26-9999"}]}})");
  CHECK(unknown.code() == "missing-reference");
}

TEST_CASE("Young people approve pledges and judge by rounds whether they are kept", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller, "PLEDGES");
  for (const auto* by : {"POLICE", "LOCAL_AUTHORITY", "city-hospital"})
    add(caller, id, fmt::format(R"({{"pledgeMade":{{"by":"{}","text":"Listen."}}}})", by));
  add(caller, id, R"({"pledgeAnswered":{"pledge":"pledge-1","answer":"APPROVED","youngPeople":9}})");
  add(caller, id, R"({"pledgeAnswered":{"pledge":"pledge-2","answer":"SENT_BACK","words":"How?"}})");
  add(caller, id, R"({"pledgeReworded":{"pledge":"pledge-2","text":"Ask every school."}})");
  auto answer = caller.get("/v1/programmes/" + id + "/pledges");
  CHECK(answer.text("/pledges/1/state") == "WAITS");
  CHECK(answer.text("/pledges/1/text") == "Ask every school.");
  CHECK(answer.text("/pledges/1/words").empty());
  add(caller, id, R"({"pledgeAnswered":{"pledge":"pledge-2","answer":"APPROVED"}})");
  add(caller, id, R"({"pledgeJudged":{"pledge":"pledge-1","round":1,"judgement":"PARTLY","words":"Some do."}})");
  add(caller, id, R"({"pledgeJudged":{"pledge":"pledge-1","round":2,"judgement":"KEPT"}})");
  add(caller, id, R"({"pledgeJudged":{"pledge":"pledge-2","round":2,"judgement":"NOT_YET"}})");
  answer = caller.get("/v1/programmes/" + id + "/pledges");
  INFO(answer.body);
  const auto body = answer.json();
  CHECK(body.at("made") == json::value(3));
  CHECK(body.at("approved") == json::value(2));
  CHECK(body.at("waiting") == json::value(1));
  const auto round = [&](std::size_t at) {
    const auto& one = body.at("rounds").at(at);
    return fmt::format("{} {} {} {}", one.at("kept").as_int64(), one.at("partly").as_int64(),
                       one.at("notYet").as_int64(), one.at("notJudged").as_int64());
  };
  CHECK(round(0) == "0 1 0 1");
  CHECK(round(1) == "1 0 1 0");
  CHECK(answer.text("/pledges/0/rounds/0/words") == "Some do.");
  CHECK(body.at("pledges").at(1).at("sentBack") == json::value(1));
  CHECK_FALSE(body.at("pledges").at(1).at("rounds").at(0).as_object().contains("judgement"));
}

TEST_CASE("A programme takes what its sort has, and nothing of another's", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = opened(caller, "PLEDGES");
  const auto entries = "/v1/programmes/" + id + "/entries";
  CHECK(caller.post(entries, R"({"trainingPlanned":{"title":"Invented"}})").code() == "not-one-kind");
  CHECK(
      caller.post("/v1/cases/" + practice.open() + "/entries", R"({"pledgeMade":{"by":"POLICE","text":"X"}})").code() ==
      "not-one-kind");
  // What is not there is told as such.
  CHECK(caller.get("/v1/programmes/p26-9999/pledges").status == 404);
}

}  // namespace
}  // namespace review::service_test
