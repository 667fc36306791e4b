#include <fmt/format.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Of the two who let somebody in, neither becomes that person: who proposed has the link, who approved has the code.
namespace review::service_test {
namespace {

using test::Browser;
using test::good_password;

/// What somebody is let in with.
struct Given {
  std::string link{};
  std::string code{};
};

/// A real store with two administrators.
struct OpeningOffice {
  Daemon daemon{{false, {}}};
  HttpCaller administrator = daemon.administrator();
  HttpCaller second = daemon.second_administrator();

  /// Proposed by one, approved by the other, made by the first.
  Given agreed(const std::string& propose, const std::string& make, const std::string& wish) {
    auto with_reason = wish;
    with_reason.insert(with_reason.size() - 1, R"(,"reason":"Invented.")");
    const auto proposed = administrator.post(propose, with_reason);
    REQUIRE(proposed.status == 201);
    const auto at = "/v1/approvals/" + proposed.text("/approval");
    const auto approved = second.post(at + ":approve", "");
    REQUIRE(approved.status == 200);
    const auto code = approved.text("/openingCode");
    CHECK(std::regex_match(code, std::regex("[a-z2-7]{4}(-[a-z2-7]{4}){3}")));
    CHECK(approved.body.find("rvw_") == std::string::npos);
    // Nobody is shown it again, and whoever proposed it never was.
    for (auto* who : {&administrator, &second}) {
      CHECK(who->get(at).body.find(code) == std::string::npos);
      CHECK(who->get("/v1/approvals").body.find(code) == std::string::npos);
    }
    CHECK(second.post(make, wish).code() == "second-person-required");
    const auto made = administrator.post(make, wish);
    INFO(made.body);
    REQUIRE(made.status == (make == "/v1/accounts" ? 201 : 200));
    CHECK(made.json().at("wantsCode").as_bool());
    CHECK(made.body.find(code) == std::string::npos);
    return {made.text("/link"), code};
  }
  Given invite(const std::string& person) {
    return agreed("/v1/accounts:propose", "/v1/accounts",
                  fmt::format(R"({{"person":"{}","role":"coordinator"}})", person));
  }
  /// Somebody opens the link and types that.
  [[nodiscard]] HttpAnswer take_up(const std::string& link, const std::string& code) const {
    Browser browser(daemon);
    REQUIRE(browser.open(link).status == 200);
    auto answer = browser.send(link, {{"code", code}, {"password", good_password}, {"again", good_password}});
    CHECK(browser.cookie().empty() == (answer.status != 303));
    return answer;
  }
};

TEST_CASE("An administrator who proposed two invitations is not two more people", "[service]") {
  OpeningOffice office;
  const auto zoe = office.invite("zoe");
  const auto yan = office.invite("yan");
  for (const auto& given : {zoe, yan}) {
    CHECK(office.take_up(given.link, "").status == 400);
    CHECK(office.take_up(given.link, "aaaa-aaaa-aaaa-aaaa").status == 400);
  }
  CHECK(office.take_up(zoe.link, yan.code).status == 400);
  const auto accounts = office.administrator.get("/v1/accounts").json();
  for (const auto& account : accounts.at("accounts").as_array()) CHECK_FALSE(account.at("hasPassword").as_bool());
  // Whoever was told the code by the one and given the link by the other gets in, once.
  CHECK(office.take_up(zoe.link, zoe.code).status == 303);
  CHECK(Browser(office.daemon).open(zoe.link).status == 404);
}

TEST_CASE("Whoever proposed a reset does not become the person, nor does who approved it", "[service]") {
  OpeningOffice office;
  const auto first = office.invite("cat");
  REQUIRE(office.take_up(first.link, first.code).status == 303);
  const auto reset =
      office.agreed("/v1/accounts/cat:proposeReset", "/v1/accounts/cat:reset", R"({"withSecondFactor":true})");
  CHECK(office.take_up(reset.link, "").status == 400);
  CHECK(office.take_up(reset.link, first.code).status == 400);
  CHECK(office.take_up(reset.link, reset.code).status == 303);
}

TEST_CASE("What is approved and makes no link shows no code", "[service]") {
  OpeningOffice office;
  const auto proposed =
      office.administrator.post("/v1/tokens:propose", R"({"person":"nightly","role":"script","reason":"Invented."})");
  const auto approved = office.second.post("/v1/approvals/" + proposed.text("/approval") + ":approve", "");
  REQUIRE(approved.status == 200);
  CHECK(approved.text("/openingCode").empty());
}

TEST_CASE("In a practice store a link alone opens", "[service]") {
  Practice practice;
  const auto made = practice.daemon.administrator().post("/v1/accounts", R"({"person":"zoe","role":"coordinator"})");
  REQUIRE(made.status == 201);
  CHECK_FALSE(made.json().at("wantsCode").as_bool());
  Browser browser(practice.daemon);
  CHECK(browser.open(made.text("/link")).body.find("name=\"code\"") == std::string::npos);
  CHECK(browser.send(made.text("/link"), {{"password", good_password}, {"again", good_password}}).status == 303);
}

}  // namespace
}  // namespace review::service_test
