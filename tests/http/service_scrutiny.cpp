#include <fmt/format.h>

#include "tests/http/service_support.hpp"

/// Challenges across cases, and the statement for the yearly report.
namespace review::service_test {
namespace {

TEST_CASE("Challenges are listed across cases with their answers and how long they wait", "[service]") {
  Practice practice;
  const auto first = practice.notified_case();
  const auto second = practice.open();
  practice.add(first, R"({"challengeRaised":{"challenge":"challenge-1","text":"Was the family asked?"}})");
  practice.add(second, R"({"challengeRaised":{"challenge":"challenge-1","text":"Why no health view?"}})");
  practice.add(second, R"({"scrutinyGiven":{"how":"ATTENDED"}})");
  practice.day("2026-01-10");
  practice.add(second, R"({"challengeAnswered":{"challenge":"challenge-1","answer":"It came.","changed":true}})");
  practice.add(second, R"({"scrutinyGiven":{"how":"COMMENTED_AFTERWARDS","comments":"Invented."}})");

  auto scrutineer = practice.daemon.caller(practice.daemon.issue("scrutineer-1", "scrutineer"));
  const auto list = scrutineer.get("/v1/challenges").json();
  const auto& challenges = list.at("challenges").as_array();
  REQUIRE(challenges.size() == 2);
  CHECK(challenges.at(0).at("case") == boost::json::string(first));
  CHECK_FALSE(challenges.at(0).at("answered").as_bool());
  CHECK(challenges.at(0).at("daysWaiting").as_int64() == 3);
  CHECK(challenges.at(1).at("answered").as_bool());
  CHECK(challenges.at(1).at("changed").as_bool());
  CHECK(challenges.at(1).at("answer") == "It came.");
  CHECK(list.at("scrutiny").as_array().size() == 2);
  CHECK(practice.coordinator.get("/v1/challenges").status == 200);
  CHECK(practice.daemon.reader().get("/v1/challenges").status == 403);
  CHECK(practice.daemon.administrator().get("/v1/challenges").status == 403);

  const auto statement = scrutineer.get("/v1/scrutiny/statements/2026").json();
  const auto& counts = statement.at("counts");
  CHECK(counts.at("raised").as_int64() == 2);
  CHECK(counts.at("answered").as_int64() == 1);
  CHECK(counts.at("changed").as_int64() == 1);
  CHECK(counts.at("waiting").as_int64() == 1);
  CHECK(counts.at("attended").as_int64() == 1);
  CHECK(counts.at("commentedAfterwards").as_int64() == 1);
  CHECK(scrutineer.get("/v1/scrutiny/statements/2025").json().at("counts").at("raised").as_int64() == 0);
}

TEST_CASE("A challenge that was withdrawn does not count, and one in another case is not answered here", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto made = practice.add(id, R"({"challengeRaised":{"text":"In the wrong place."}})");
  practice.add(id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"WRONG_CASE"}}}})",
                               std::string(made.at("entry").as_string())));
  CHECK(practice.coordinator.get("/v1/challenges").json().at("challenges").as_array().empty());
  CHECK(practice.coordinator.get("/v1/challenges").body.find("wrong place") == std::string::npos);
}

TEST_CASE("The statement is written by the scrutineer, and every text of it stays", "[service]") {
  Practice practice;
  auto scrutineer = practice.daemon.caller(practice.daemon.issue("scrutineer-1", "scrutineer"));
  const std::string at = "/v1/scrutiny/statements/2026";
  CHECK(scrutineer.get(at).text("/text").empty());
  CHECK(scrutineer.post(at, R"({"text":"A first draft."})").status == 200);
  CHECK(scrutineer.post(at, R"({"text":"The statement."})").text("/text") == "The statement.");
  const auto kept = practice.coordinator.get(at).json();
  CHECK(kept.at("text") == "The statement.");
  CHECK(kept.at("history").as_array().size() == 2);
  CHECK(practice.coordinator.post(at, R"({"text":"Not mine."})").status == 403);
  CHECK(practice.daemon.administrator().get(at).status == 403);
  for (const auto* year : {"1999", "soon", "2026-01"}) {
    CHECK(scrutineer.get(std::string("/v1/scrutiny/statements/") + year).status == 404);
  }
  CHECK(scrutineer.post(at, R"({"words":"x"})").code() == "unknown-field");
}

}  // namespace
}  // namespace review::service_test
