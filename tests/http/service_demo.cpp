#include <algorithm>
#include <map>
#include <set>

#include "tests/http/service_support.hpp"
#include "tools/reviewctl/fill_demo.hpp"

namespace review::service_test {
namespace {

/// Sends what the demonstration asks to a daemon.
class Wire {
 public:
  explicit Wire(const Daemon& daemon) : daemon_(daemon) {}

  reviewctl::WorldAnswer operator()(const reviewctl::WorldRequest& request) {
    auto found = callers_.find(request.token);
    if (found == callers_.end()) found = callers_.emplace(request.token, daemon_.caller(request.token)).first;
    HttpFields fields;
    if (!request.if_match.empty()) fields.emplace_back("If-Match", request.if_match);
    auto answer = found->second.send(request.method, request.target, request.body, fields);
    return {answer.status, std::move(answer.body)};
  }

 private:
  const Daemon& daemon_;
  std::map<std::string, HttpCaller> callers_;
};

Result<reviewctl::FilledDemo> fill(const Daemon& daemon) {
  Wire wire(daemon);
  return reviewctl::fill_demo([&wire](const reviewctl::WorldRequest& request) { return wire(request); },
                              daemon.administrator_token());
}

TEST_CASE("The demonstration fills a practice store with cases of every stage, once", "[service]") {
  const Daemon daemon;
  const auto filled = fill(daemon);
  if (!filled) FAIL(filled.error().says);
  CHECK(filled->cases >= 25);
  CHECK(filled->overdue.size() >= 5);
  auto coordinator = daemon.coordinator();
  CHECK(coordinator.get("/v1/practice/today").text("/date") == filled->today.iso());
  const auto listed = coordinator.get("/v1/cases?pageSize=200");
  const auto stages = texts(listed, "cases", "stage");
  CHECK(std::set<std::string>(stages.begin(), stages.end()).size() == 11);
  CHECK_FALSE(coordinator.get("/v1/cases?filter=held=true").json().at("cases").as_array().empty());

  // A round that was held has something of each sort to show.
  const auto round =
      coordinator.get("/v1/actions/monitoring?from=2026-07-01&to=2026-09-30&monitoredBy=SUBGROUP&asOf=2026-10-07");
  INFO(round.body);
  REQUIRE(round.status == 200);
  const auto found = round.json();
  const auto& counts = found.at("counts").as_object();
  CHECK(counts.at("all") == 4);
  for (const auto* one : {"completed", "red", "overdue", "slipped", "notUpdated", "escalated", "unanswered"}) {
    INFO(one);
    CHECK(counts.at(one) == 1);
  }

  // Nobody is left with a token of the way.
  auto administrator = daemon.administrator();
  const auto tokens = administrator.get("/v1/tokens").json();
  const auto& all = tokens.at("tokens").as_array();
  const auto live =
      std::count_if(all.begin(), all.end(), [](const auto& token) { return !token.as_object().contains("revoked"); });
  CHECK(live == 2);
  const auto again = fill(daemon);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == Code::already_recorded);
}

TEST_CASE("The demonstration leaves a real store alone", "[service]") {
  const Daemon daemon({false, {}});
  const auto filled = fill(daemon);
  REQUIRE_FALSE(filled);
  CHECK(filled.error().code == Code::not_permitted);
  auto coordinator = daemon.coordinator();
  CHECK(coordinator.get("/v1/journal/head").json().at("size").as_int64() == 0);
}

}  // namespace
}  // namespace review::service_test
