#include <fmt/format.h>

#include "reviewd/identity/narrowed.hpp"
#include "reviewd/identity/network.hpp"
#include "tests/http/service_support.hpp"

/// Tokens that open less than their role does.
namespace review::service_test {
namespace {

HttpAnswer issue(const Daemon& daemon, const std::string& more, const std::string& role = "coordinator") {
  return daemon.administrator().post("/v1/tokens",
                                     fmt::format(R"({{"person":"people/ann","role":"{}",{}}})", role, more));
}

TEST_CASE("A token uses only the rights that it names", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto issued = issue(practice.daemon, R"("scopes":["read-cases"],"agency":"POLICE")");
  REQUIRE(issued.status == 201);
  CHECK(issued.text("/scopes/0") == "read-cases");
  CHECK(issued.text("/agency") == "POLICE");
  auto narrow = practice.daemon.caller(issued.text("/secret"));
  CHECK(narrow.get("/v1/cases/" + id).status == 200);
  CHECK(narrow.post("/v1/cases", incident).code() == "not-permitted");
  CHECK(narrow.post("/v1/cases/" + id + "/entries", note).code() == "not-permitted");
  CHECK(narrow.put("/v1/practice/today", R"({"date":"2026-02-02"})").code() == "not-permitted");
  CHECK(narrow.get("/v1/export").code() == "not-permitted");
  auto facts = practice.daemon.caller(issue(practice.daemon, R"("scopes":["read-cases","record"])").text("/secret"));
  CHECK(facts.post("/v1/cases/" + id + "/entries", note).status == 201);
  CHECK(facts.post("/v1/cases/" + id + "/entries", notify, {{"If-Match", if_match(practice.version(id))}}).code() ==
        "not-permitted");
}

TEST_CASE("A program's token never decides, and has no scope that lets it", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto script = practice.daemon.caller(practice.daemon.issue("a-script", "script"));
  CHECK(script.get("/v1/cases/" + id).status == 200);
  CHECK(script.post("/v1/cases/" + id + "/entries", note).status == 201);
  CHECK(script.post("/v1/cases/" + id + "/entries", notify, {{"If-Match", if_match(practice.version(id))}}).code() ==
        "not-permitted");
  const auto refused = issue(practice.daemon, R"("scopes":["read-cases","decide"])", "script");
  CHECK(refused.code() == "not-a-choice");
  CHECK(refused.text("/violations/0/pointer") == "/scopes/1");
}

TEST_CASE("A token is taken from the networks that it names", "[service]") {
  Practice practice;
  auto here =
      practice.daemon.caller(issue(practice.daemon, R"("networks":["192.0.2.0/24","127.0.0.0/8"])").text("/secret"));
  auto elsewhere = practice.daemon.caller(issue(practice.daemon, R"("networks":["192.0.2.0/24"])").text("/secret"));
  CHECK(here.get("/v1/cases").status == 200);
  const auto refused = elsewhere.get("/v1/cases", {{"X-Forwarded-For", "192.0.2.1"}});
  CHECK(refused.status == 401);
  CHECK(refused.code() == "unauthenticated");
}

TEST_CASE("A token opens only the cases that it names", "[service]") {
  Practice practice;
  const auto one = practice.open();
  const auto two = practice.open();
  auto narrow = practice.daemon.caller(issue(practice.daemon, fmt::format(R"("cases":["{}"])", one)).text("/secret"));
  CHECK(narrow.get("/v1/cases/" + one).status == 200);
  CHECK(narrow.get("/v1/cases/" + two).status == 404);
  CHECK(texts(narrow.get("/v1/cases"), "cases", "case") == std::vector<std::string>{one});
}

TEST_CASE("A token's wishes are read strictly, and it lives ninety days at most", "[service]") {
  const Daemon daemon;
  CHECK(issue(daemon, R"("scopes":[])").status == 400);
  CHECK(issue(daemon, R"("scopes":"read-cases")").code() == "wrong-type");
  CHECK(issue(daemon, R"("scopes":["everything"])").code() == "not-a-choice");
  CHECK(issue(daemon, R"("scopes":["manage-access"])").code() == "not-a-choice");
  CHECK(issue(daemon, R"("cases":["A Case"])").text("/violations/0/pointer") == "/cases/0");
  CHECK(issue(daemon, R"("networks":["10.0.0.1/8"])").text("/violations/0/pointer") == "/networks/0");
  CHECK(issue(daemon, R"("agency":"The Police")").text("/violations/0/pointer") == "/agency");
  CHECK(issue(daemon, R"("expires":"2999-01-01T00:00:00Z")").status == 400);
  const auto issued = issue(daemon, R"("cases":["cases/26-0007","26-0008"],"networks":["127.0.0.1"])");
  CHECK(issued.text("/cases/0") == "26-0007");
  CHECK(issued.text("/networks/0") == "127.0.0.1/32");
}

TEST_CASE("When a token was last used is shown, and kept with the next request that writes", "[service]") {
  Practice practice;
  const auto issued = issue(practice.daemon, R"("scopes":["read-cases"])");
  const auto used = [&] {
    const auto listed = practice.daemon.administrator().get("/v1/tokens").json();
    for (const auto& token : listed.at("tokens").as_array()) {
      if (token.at("token").as_string() != issued.text("/token").c_str()) continue;
      const auto* last = token.as_object().if_contains("lastUsed");
      return last == nullptr ? std::string() : std::string(std::string_view(last->as_string()));
    }
    return std::string("no token");
  };
  CHECK(used().empty());
  auto ann = practice.daemon.caller(issued.text("/secret"));
  const auto before = practice.size();
  CHECK(ann.get("/v1/cases").status == 200);
  CHECK(practice.size() == before);
  const auto last = used();
  CHECK(last >= issued.text("/created"));
  practice.open();
  CHECK(practice.daemon.stop() == 0);
  practice.daemon.start();
  CHECK(used() == last);
}

TEST_CASE("Tokens of somebody who is shut out open nothing, from the next request on", "[service]") {
  Practice practice;
  auto administrator = practice.daemon.administrator();
  administrator.post("/v1/accounts", R"({"person":"ann","role":"coordinator"})");
  auto ann = practice.daemon.caller(issue(practice.daemon, R"("scopes":["read-cases"])").text("/secret"));
  CHECK(ann.get("/v1/cases").status == 200);
  CHECK(administrator.post("/v1/accounts/ann:disable", "").status == 200);
  CHECK(ann.get("/v1/cases").status == 401);
  CHECK(
      practice.daemon.caller(issue(practice.daemon, R"("agency":"POLICE")").text("/secret")).get("/v1/cases").status ==
      401);
}

TEST_CASE("A token with a scope or a network that is not known lets nobody in", "[service]") {
  const review::Reader ann{"ann", review::Role::coordinator};
  REQUIRE(reviewd::narrowed(ann, {}, "127.0.0.1"));
  CHECK_FALSE(reviewd::narrowed(ann, {}, "127.0.0.1")->cases);
  review::TokenReach reach{{"read-cases"}, {"26-0007"}, {}, "POLICE"};
  const auto reader = reviewd::narrowed(ann, reach, "127.0.0.1");
  REQUIRE(reader);
  CHECK(reader->agency == "POLICE");
  CHECK(reader->cases == std::set<std::string>{"26-0007"});
  CHECK(reader->may(review::Right::read_cases));
  CHECK_FALSE(reader->may(review::Right::decide));
  reach.scopes = {"read-cases", "a-right-of-tomorrow"};
  CHECK_FALSE(reviewd::narrowed(ann, reach, "127.0.0.1"));
  CHECK_FALSE(reviewd::narrowed(ann, {{}, {}, {"nonsense"}, {}}, "127.0.0.1"));
}

TEST_CASE("An address is in a network or is not", "[service]") {
  using reviewd::is_in;
  using reviewd::network_of;
  CHECK(network_of("10.0.0.0/8") == "10.0.0.0/8");
  CHECK(network_of("10.1.2.3") == "10.1.2.3/32");
  CHECK(network_of("2001:DB8::/32") == "2001:db8::/32");
  CHECK(network_of("::1") == "::1/128");
  for (const auto* bad : {"10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0/8", "example.org", "", "/8", "2001:db8::1/32",
                          "10.0.0.0/8/8", "10.0.0.0/-1"}) {
    INFO(bad);
    CHECK_FALSE(network_of(bad));
  }
  CHECK(is_in("10.9.8.7", {"192.0.2.0/24", "10.0.0.0/8"}));
  CHECK(is_in("::ffff:10.9.8.7", {"10.0.0.0/8"}));
  CHECK(is_in("2001:db8::9", {"2001:db8::/32"}));
  CHECK(is_in("10.9.8.7", {"0.0.0.0/0"}));
  CHECK_FALSE(is_in("11.0.0.0", {"10.0.0.0/8"}));
  CHECK_FALSE(is_in("10.9.8.7", {"::/0"}));
  CHECK_FALSE(is_in("2001:db9::9", {"2001:db8::/32", "0.0.0.0/0"}));
  CHECK_FALSE(is_in("nonsense", {"0.0.0.0/0"}));
  CHECK_FALSE(is_in("10.9.8.7", {}));
}

}  // namespace
}  // namespace review::service_test
