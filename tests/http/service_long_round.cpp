#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "tests/http/sight_support.hpp"
#include "tests/support/browser.hpp"

/// A round of monitoring that is worked out in several parts is the same as one that is not.
namespace review::service_test {
namespace {

constexpr int in_each_case = 40;  // two cases are more than one part

TEST_CASE("A long round of monitoring is whole and in order, in JSON, as a file and as a page", "[service]") {
  Practice practice;
  const auto first = practice.open();
  const auto second = practice.open();
  for (const auto& id : {first, second}) {
    for (int i = 0; i < in_each_case; ++i) {
      practice.add(id, fmt::format(R"({{"actionAgreed":{{"action":"a-{}","what":"Write {} down.","owner":"police",)"
                                   R"("dueOn":"2026-03-{:02}"}}}})",
                                   i, i, 1 + i % 28));
    }
  }
  practice.add(first, R"({"actionUpdated":{"action":"a-0","progress":"COMPLETE","reached":"DONE","update":"Done."}})");
  const std::string round = "/v1/actions/monitoring?from=2026-01-01&to=2026-03-31";
  const auto answer = practice.coordinator.get(round);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto json = answer.json();
  CHECK(json.at("counts").at("all") == 2 * in_each_case);
  CHECK(json.at("counts").at("completed") == 1);
  const auto& actions = json.at("actions").as_array();
  REQUIRE(actions.size() == 2 * in_each_case);
  // Complete, so it stands last, although it is due first.
  CHECK(actions.back().at("action") == "a-0");
  CHECK(actions.back().at("case") == boost::json::string(first));
  for (std::size_t i = 1; i + 1 < actions.size(); ++i)
    CHECK(actions[i - 1].at("dueOn").as_string() <= actions[i].at("dueOn").as_string());
  const auto file = practice.coordinator.get("/v1/actions/monitoring:csv?from=2026-01-01&to=2026-03-31");
  CHECK(std::count(file.body.begin(), file.body.end(), '\n') == 2 * in_each_case + 3);
  auto reader = practice.daemon.reader("a-reader");
  REQUIRE(reader.get(round).status == 200);
  for (const auto& id : {first, second}) CHECK(reads_of(practice, id, "a-reader").contains("list"));
  auto browser = test::Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/actions/monitoring");
  CHECK(page.status == 200);
  CHECK(says(page, fmt::format(">{}<", 2 * in_each_case)));
}

}  // namespace
}  // namespace review::service_test
