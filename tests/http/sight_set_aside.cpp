#include <algorithm>

#include "tests/http/meeting_support.hpp"
#include "tests/http/sight_support.hpp"

/// What a meeting tells of a rule of a case that was set aside.
namespace review::service_test {
namespace {

TEST_CASE("A rule of a case that was set aside in a meeting is told in that case alone", "[service]") {
  Practice practice;
  auto cora = practice.daemon.coordinator("cora");
  std::vector<std::string> closed;
  for (int i = 0; i < 2; ++i) {
    closed.push_back(practice.notified_case());
    if (i == 0) practice.add(closed.back(), conflict_of("cora", "EXCLUDED"));
    practice.add(closed.back(), R"({"notificationWithdrawn":{"reasons":"Invented."}})");
    practice.add(closed.back(), R"({"caseClosed":{"reason":"WITHDRAWN","reasons":"Invented."}})");
  }
  const std::string called =
      fmt::format(R"({{"despite":[{{"code":"not-in-this-stage","reasons":"Invented.","authorisedBy":"cleo"}}],)"
                  R"("meetingCalled":{{"title":"x","heldOn":"2026-01-15","items":[{{"title":"a","case":"{}"}},)"
                  R"({{"title":"b","case":"{}"}}]}}}})",
                  closed[0], closed[1]);
  const auto made = practice.coordinator.post("/v1/meetings", called);
  INFO(made.body);
  REQUIRE(made.status == 201);
  const auto meeting = made.text("/meeting");
  for (const auto& answer : {cora.get("/v1/meetings/" + meeting + "/entries"), cora.get("/v1/export"),
                             cora.get("/v1/meetings/" + meeting)}) {
    CHECK(answer.status == 200);
    // The meeting's own reference ends like that of a case.
    CHECK(without(answer.body, meeting).find(closed[0]) == std::string::npos);
  }
  const auto entries = practice.coordinator.get("/v1/meetings/" + meeting + "/entries");
  CHECK(entries.text("/entries/0/irregularities/0/code") == "not-in-this-stage");
  // Nor how many cases there were.
  const auto told = entries.text("/entries/0/irregularities/0/says");
  for (const auto& word : {closed[0], closed[1], std::string("losed")}) CHECK(told.find(word) == std::string::npos);
  CHECK(std::count(told.begin(), told.end(), '.') == 1);
  for (const auto& id : closed) {
    const auto shown = practice.show(id);
    REQUIRE(shown.at("irregularities").as_array().size() == 1);
    CHECK(shown.at("irregularities").at(0).at("code") == "not-in-this-stage");
  }
}

}  // namespace
}  // namespace review::service_test
