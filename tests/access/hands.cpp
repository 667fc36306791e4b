#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "tests/http/service_support.hpp"

// What takes two people takes two hands, at every endpoint: asked with a token that somebody else made it is refused.

namespace review::access_test {
namespace {

using service_test::HttpAnswer;
using service_test::HttpCaller;
using service_test::Practice;
using test::DaemonWish;

const reviewd::Endpoint& endpoint_named(std::string_view name) {
  const auto& all = reviewd::endpoints();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
  INFO(name << " is no endpoint");
  REQUIRE(found != all.end());
  return *found;
}

/// A role that may ask it.
Role role_for(const reviewd::Endpoint& endpoint) {
  const auto all = roles();
  const auto found = std::find_if(all.begin(), all.end(), [&](Role role) {
    return std::any_of(endpoint.rights.begin(), endpoint.rights.end(), [&](Right right) { return may(role, right); });
  });
  REQUIRE(found != all.end());
  return *found;
}

/// About nothing that there is, and with nothing in it: whose hand it is is asked first.
HttpAnswer ask(HttpCaller& caller, const reviewd::Endpoint& endpoint) {
  auto address = endpoint.pattern;
  for (auto at = address.find('{'); at != std::string::npos; at = address.find('{')) {
    address.replace(at, address.find('}', at) + 1 - at, "none");
  }
  return endpoint.method == "GET" ? caller.get(address) : caller.post(address, endpoint.takes.empty() ? "" : "{}");
}

bool refuses_the_hand(const HttpAnswer& answer) {
  return answer.status == 409 && answer.code() == "second-person-required" &&
         answer.text("/detail").find("Sign in on the pages") != std::string::npos;
}

std::vector<std::pair<std::string, std::string>> everybody_of_the_file() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto role : roles()) all.emplace_back(fmt::format("own-{}", role_name(role)), role_name(role));
  return all;
}

TEST_CASE("Whatever gives or decides a proposal takes two people, and stands in the table of what does", "[unit]") {
  for (const auto& endpoint : reviewd::endpoints()) {
    if (endpoint.method == "GET" || endpoint.gives != "Approval") continue;
    INFO(endpoint.name);
    CHECK(reviewd::takes_two_people(endpoint.name));
  }
  for (const auto name : reviewd::two_people_table()) (void)endpoint_named(name);
  for (const auto kind : reviewd::two_people_kinds()) {
    INFO(kind);
    CHECK(find_kind(kind) != nullptr);
  }
}

TEST_CASE("Every endpoint that takes two people refuses a token that somebody else made, and no other", "[service]") {
  Practice real{DaemonWish{false, {}, 0, everybody_of_the_file()}};
  std::map<std::string, HttpCaller> others;
  std::map<std::string, HttpCaller> owns;
  for (const auto name : reviewd::two_people_table()) {
    const auto& endpoint = endpoint_named(name);
    const std::string role(role_name(role_for(endpoint)));
    INFO(name << " as " << role);
    if (!others.contains(role)) {
      others.emplace(role, real.daemon.caller(real.daemon.issue("x-" + role, role)));
      owns.emplace(role, real.daemon.caller(real.daemon.issue("own-" + role, role)));
    }
    const auto refused = ask(others.at(role), endpoint);
    INFO(refused.body);
    CHECK(refuses_the_hand(refused));
    CHECK_FALSE(refuses_the_hand(ask(owns.at(role), endpoint)));
  }
}

TEST_CASE("Every kind of entry that takes two people in every case refuses such a token", "[service]") {
  const std::map<std::string_view, std::string> bodies = {
      {"embargo-lift-proposed", R"({"embargoLiftProposed":{"evidence":"The verdict."}})"},
      {"embargo-lifted", R"({"embargoLifted":{"evidence":"The verdict."}})"},
      {"embargo-readers-named", R"({"embargoReadersNamed":{"readers":["x-one"],"reason":"Invented."}})"},
      {"unseal-proposed", R"({"unsealProposed":{"reasons":"Invented."}})"},
      {"case-unsealed", R"({"caseUnsealed":{"reasons":"Invented."}})"}};
  Practice real{DaemonWish{false, {}, 0, {{"coordinator-1", "coordinator"}}}};
  auto other = real.daemon.coordinator("x-one");
  const auto id = real.open();
  for (const auto kind : reviewd::two_people_kinds()) {
    INFO(kind << " has no example here");
    REQUIRE(bodies.contains(kind));
    const auto send = [&](HttpCaller& by) {
      return by.post("/v1/cases/" + id + "/entries?validateOnly=true", bodies.at(kind),
                     {{"If-Match", service_test::if_match(real.version(id))}});
    };
    const auto refused = send(other);
    INFO(refused.body);
    CHECK(refuses_the_hand(refused));
    CHECK_FALSE(refuses_the_hand(send(real.coordinator)));
  }
}

}  // namespace
}  // namespace review::access_test
