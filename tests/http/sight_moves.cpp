#include "tests/http/sight_support.hpp"

/// What the preview of another calendar or law tells of cases that somebody does not see.
namespace review::service_test {
namespace {

TEST_CASE("The count of deadlines that would move is of those that the asker sees", "[service]") {
  Practice practice;
  const auto open = practice.notified_case();
  const auto hidden = practice.notified_case();
  auto chair = somebody(practice, "the-chair", "chair");
  const auto asked = [](HttpCaller& caller, const std::string& at, const std::string& body) {
    const auto answer = caller.post(at, body).json();
    const auto& moves = answer.as_object().contains("moves") ? answer.at("moves") : answer;
    return std::pair(moves.at("count").as_int64(), static_cast<std::int64_t>(moves.at("clocks").as_array().size()));
  };
  const std::string closures = "/v1/calendars/england-and-wales/closures:preview";
  const std::string closed = R"({"change":"add","from":"2026-01-13","name":"x","kind":"closure"})";
  const auto all = asked(chair, closures, closed);
  CHECK(all.first == all.second);
  REQUIRE(all.first >= 2);
  practice.add(hidden, conflict_of("the-chair", "EXCLUDED"));
  const auto seen = asked(chair, closures, closed);
  CHECK(seen.first == seen.second);
  CHECK(seen.first * 2 == all.first);
  // Who sees no case learns one figure over all of them, and none of any.
  auto administrator = practice.daemon.administrator();
  CHECK(asked(administrator, closures, closed) == std::pair(all.first, std::int64_t{0}));

  const auto proposed =
      administrator.post("/v1/calendars/england-and-wales/closures:propose",
                         R"({"change":"add","from":"2026-01-13","name":"x","kind":"closure","reason":"Invented."})");
  REQUIRE(proposed.status == 201);
  const auto moves = chair.get("/v1/approvals/" + proposed.text("/approval")).json().at("moves");
  CHECK(moves.at("count").as_int64() == seen.first);
}

}  // namespace
}  // namespace review::service_test
