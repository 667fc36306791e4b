#include "tests/http/sight_support.hpp"

/// What was not as the rules have it, in an entry that somebody does not read.
namespace review::service_test {
namespace {

TEST_CASE("What is irregular in an entry is told to who reads the entry", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"meetingArranged":{"meeting":"the-panel","heldOn":"2026-01-15"}})");
  practice.add(id, conflict_of("pat", "NO_POSITION"));
  practice.add(id, R"({"despite":[{"code":"conflicted","reasons":"Invented.","authorisedBy":"cleo"}],)"
                   R"("positionRecorded":{"person":"pat","agency":"POLICE","recommends":"LCSPR","reasons":"Invented.",)"
                   R"("meeting":"the-panel"}})");
  auto cora = practice.daemon.coordinator("cora");
  const auto irregular = [&](HttpCaller& caller, const std::string& at) {
    const auto answer = caller.get(at).json();
    const auto& shown = at == "/v1/cases" ? answer.at("cases").at(0) : answer;
    return shown.at("irregularities").as_array().size();
  };
  for (const auto& at : {"/v1/cases/" + id, std::string("/v1/cases")}) CHECK(irregular(cora, at) == 1);
  practice.add(id, R"({"conflictDeclared":{"person":"cora","managed":"LEAVES_ITEM","meeting":"the-panel"}})");
  for (const auto& at : {"/v1/cases/" + id, std::string("/v1/cases")}) {
    CHECK(irregular(cora, at) == 0);
    CHECK(irregular(practice.coordinator, at) == 1);
  }
}

}  // namespace
}  // namespace review::service_test
