#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "reviewd/api/endpoint.hpp"
#include "tests/access/asked.hpp"

// The service and the model of tests/access/model.hpp, which knows nothing of it, side by side.

namespace review::access_test {
namespace {

TEST_CASE("Every address that needs a token is in the table of who may ask what, and nothing else is", "[unit]") {
  std::set<std::string> ours;
  for (const auto& endpoint : reviewd::endpoints()) ours.insert(endpoint.method + " " + endpoint.pattern);
  std::set<std::string> listed;
  for (const auto& rule : route_rules()) {
    INFO(rule.method << " " << rule.pattern << " stands twice");
    CHECK(listed.insert(rule.method + " " + rule.pattern).second);
  }
  CHECK(listed == ours);
}

TEST_CASE("Who may see and do what is as an independent model has it, over random requests", "[service]") {
  const bool is_long = std::getenv("REVIEW_LONG") != nullptr;
  const int requests = is_long ? 100'000 : 2'000;
  const int a_day = requests / 10;
  RandomWorld world(20260317, is_long ? 30 : 12);
  std::map<int, int> answers;
  std::vector<std::string> faults;
  for (int done = 0; done < requests;) {
    auto& [who, caller] = world.one_of(world.askers());
    const auto asked = any_request(world, who);
    if (!asked) continue;
    if (done++ % a_day == 0) {
      world.next_day();
      continue;
    }
    const auto answer =
        caller.send(asked->route.method, asked->address, asked->body,
                    asked->body.empty() ? test::HttpFields{} : test::HttpFields{{"Content-Type", asked->content_type}});
    ++answers[answer.status];
    const auto fault = fault_in(world, who, *asked, answer);
    if (fault.empty()) continue;
    faults.push_back(fmt::format("{} as {} {} agency '{}' scopes {} {}: {} {} -> {}; {}", who.person, who.role,
                                 who.cases ? "of some cases" : "", who.agency, who.scopes.size(), world.day(),
                                 asked->route.method, asked->address, fault, answer.body.substr(0, 200)));
    if (faults.size() > 20) break;
  }
  for (const auto& [status, count] : answers) UNSCOPED_INFO(fmt::format("{} answers of status {}", count, status));
  CAPTURE(faults);
  CHECK(faults.empty());
  // No outcome is rare.
  for (const int status : {200, 401, 403, 404}) CHECK(answers[status] >= requests / 200);
}

}  // namespace
}  // namespace review::access_test
