#include <chrono>
#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Who gets in, and who does not, over HTTP.
namespace review::service_test {
namespace {

using test::Browser;
using test::good_password;

HttpAnswer sign_in_typed(Browser& browser, const std::string& person, const std::string& password,
                         const std::string& then = "") {
  return browser.send("/sign-in", {{"person", person}, {"password", password}, {"then", then}});
}

TEST_CASE("Somebody who is invited chooses a password, and signs in with it from then on", "[web]") {
  const Daemon daemon;
  auto first = Browser::of(daemon, "a-smith", "coordinator");
  CHECK(first.open("/").status == 200);
  Browser later(daemon);
  REQUIRE(later.open("/sign-in").status == 200);
  const auto answer = sign_in_typed(later, " A-Smith ", good_password, "/cases");
  CHECK(answer.status == 303);
  CHECK(answer.header("Location") == "/cases");
  CHECK(later.open("/cases").status == 200);
  CHECK(later.cookie() != first.cookie());
}

TEST_CASE("The cookie of a session is for this host, secure, and out of reach of scripts", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  browser.open("/sign-in");
  const auto answer = sign_in_typed(browser, "a-smith", good_password);
  CHECK(std::regex_match(answer.header("Set-Cookie"),
                         std::regex("__Host-sid=rvw_[A-Za-z0-9_-]+; Path=/; Secure; HttpOnly; SameSite=Strict")));
}

TEST_CASE("A wrong password and an unknown person get the same answer", "[web]") {
  const Daemon daemon;
  Browser::of(daemon, "a-smith", "coordinator");
  Browser browser(daemon);
  browser.open("/sign-in");
  const auto wrong = sign_in_typed(browser, "a-smith", "not this password");
  auto unknown = sign_in_typed(browser, "b-smith", "not this password");
  CHECK(wrong.status == 403);
  CHECK(unknown.status == 403);
  const auto at = unknown.body.find("b-smith");
  REQUIRE(at != std::string::npos);
  unknown.body[at] = 'a';
  CHECK(wrong.body == unknown.body);
  CHECK(wrong.header("Set-Cookie").empty());
  CHECK(wrong.body.find("not this password") == std::string::npos);
}

TEST_CASE("Many wrong passwords slow down the next, of that account alone", "[web]") {
  const Daemon daemon;
  Browser::of(daemon, "a-smith", "coordinator");
  auto other = Browser::of(daemon, "b-jones", "coordinator");
  Browser browser(daemon);
  browser.open("/sign-in");
  int slowed = 0;
  for (int i = 0; i < 8 && slowed == 0; ++i) {
    const auto answer = sign_in_typed(browser, "a-smith", "not this password");
    if (answer.status == 429) {
      ++slowed;
      CHECK(answer.header("Retry-After") >= "1");
    }
  }
  CHECK(slowed == 1);
  other.open("/sign-in");
  CHECK(sign_in_typed(other, "b-jones", good_password).status == 303);
}

TEST_CASE("Nobody is in without a session, and a session ends for good", "[web]") {
  const Daemon daemon;
  Browser stranger(daemon);
  for (const auto* address : {"/", "/cases", "/cases/26-0001", "/cases/26-0001/clocks/notify-panel", "/no/such/page"}) {
    const auto answer = stranger.open(address);
    INFO(address);
    CHECK(answer.status == 303);
    CHECK(answer.header("Location").starts_with("/sign-in"));
    CHECK(answer.body.empty());
  }
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  browser.open("/");
  const auto kept = browser.cookie();
  const auto out = browser.send("/sign-out", {});
  CHECK(out.status == 303);
  CHECK_FALSE(out.header("Clear-Site-Data").empty());
  browser.set_cookie(kept);
  CHECK(browser.open("/").status == 303);
}

TEST_CASE("Whoever is shut out is out at the next request", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  REQUIRE(browser.open("/").status == 200);
  REQUIRE(daemon.administrator().post("/v1/accounts/a-smith:disable", "").status == 200);
  CHECK(browser.open("/").status == 303);
  browser.open("/sign-in");
  CHECK(sign_in_typed(browser, "a-smith", good_password).status == 403);
}

TEST_CASE("A link of an invitation works once, and a poor password does not use it up", "[web]") {
  const Daemon daemon;
  const auto link =
      daemon.administrator().post("/v1/accounts", R"({"person":"a-smith","role":"coordinator"})").text("/link");
  Browser browser(daemon);
  REQUIRE(browser.open(link).status == 200);
  CHECK(browser.send(link, {{"password", "short"}, {"again", "short"}}).status == 400);
  CHECK(browser.send(link, {{"password", good_password}, {"again", "another harbour"}}).status == 400);
  CHECK(browser.send(link, {{"password", good_password}, {"again", good_password}}).status == 303);
  CHECK(browser.open(link).status == 404);
  CHECK(browser.send(link, {{"password", good_password}, {"again", good_password}}).status == 404);
  CHECK(browser.open("/invitation/rvw_nonsense").status == 404);
}

TEST_CASE("A form from elsewhere, without its token, or of another session is not taken", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  browser.open("/");
  const test::FormValues none;
  CHECK(browser.send_with("/sign-out", none, {{"Origin", "https://evil.example"}}).status == 403);
  CHECK(browser.send_with("/sign-out", none, {}).status == 403);
  CHECK(browser
            .send_with("/sign-in", {{"person", "a-smith"}, {"password", good_password}},
                       {{"Sec-Fetch-Site", "cross-site"}})
            .status == 403);
  browser.send_with("/sign-out", {{"formToken", std::string(32, '0')}}, {{"Origin", browser.origin()}});
  CHECK(browser.open("/").status == 200);
}

TEST_CASE("Every page says what a browser may load, and is not kept", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  for (const auto* address : {"/", "/cases", "/sign-in", "/no/such/page"}) {
    INFO(address);
    const auto answer = browser.open(address);
    const auto policy = answer.header("Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(answer.header("Cache-Control") == "no-store");
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Referrer-Policy") == "no-referrer");
    CHECK_FALSE(answer.header("Strict-Transport-Security").empty());
    CHECK(answer.body.find(" style=") == std::string::npos);
    CHECK(answer.body.find("<script>") == std::string::npos);
  }
}

}  // namespace
}  // namespace review::service_test
