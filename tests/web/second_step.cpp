#include <fmt/format.h>

#include <regex>
#include <set>

#include "reviewd/base/now.hpp"
#include "reviewd/identity/totp.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// Signing in with a code besides the password, over HTTP.
namespace review::service_test {
namespace {

using test::Browser;
using test::good_password;

constexpr const char* own_page = "/account/second-step";

/// What an app does with the secret. Codes run ahead of the clock by a step at most, each used once.
class App {
 public:
  explicit App(std::string secret) : secret_(std::move(secret)) {}

  /// A code that was not given out yet: waits for the next half minute where the clock allows none.
  std::string code() {
    const auto now = reviewd::totp_step(reviewd::now(std::nullopt).now);
    last_ = std::max(last_ + 1, now - 1);
    REQUIRE(last_ <= now + 1);
    return reviewd::totp_code(secret_, last_);
  }
  [[nodiscard]] const std::string& secret() const { return secret_; }

 private:
  std::string secret_;
  std::int64_t last_ = 0;
};

struct SetUp {
  App app;
  std::vector<std::string> codes;
};

SetUp set_up(Browser& browser) {
  REQUIRE(browser.open(own_page).status == 200);
  REQUIRE(browser.send(own_page, {}).status == 303);
  const auto page = browser.open(own_page);
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("<strong class=\"review-key\">([A-Z2-7 ]+)</strong>")));
  SetUp done{App(test::from_base32(found[1])), {}};
  CHECK(done.app.secret().size() == 20);
  const auto shown = browser.send("/account/second-step/confirm", {{"code", done.app.code()}});
  REQUIRE(shown.status == 200);
  const std::regex code("[a-z2-7]{4}(?:-[a-z2-7]{4}){3}");
  for (std::sregex_iterator one(shown.body.begin(), shown.body.end(), code), end; one != end; ++one) {
    done.codes.push_back(one->str());
  }
  CHECK(done.codes.size() == 10);
  return done;
}

HttpAnswer sign_in_first(Browser& browser, const std::string& person, const std::string& then = "") {
  browser.open("/sign-in");
  return browser.send("/sign-in", {{"person", person}, {"password", good_password}, {"then", then}});
}

HttpAnswer give_code(Browser& browser, const std::string& code, const std::string& then = "") {
  browser.open("/sign-in/code");
  return browser.send("/sign-in/code", {{"code", code}, {"then", then}});
}

TEST_CASE("Who has a second step is in only with the code, which works once", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  auto second = set_up(browser);
  Browser later(daemon);
  const auto asked = sign_in_first(later, "a-smith", "/cases");
  CHECK(asked.status == 303);
  CHECK(asked.header("Location") == "/sign-in/code?then=%2Fcases");
  CHECK(later.cookie().empty());
  CHECK(later.open("/cases").header("Location").starts_with("/sign-in"));
  CHECK(give_code(later, "000000").status == 403);
  const auto code = second.app.code();
  const auto in = give_code(later, code, "/cases");
  CHECK(in.status == 303);
  CHECK(in.header("Location") == "/cases");
  CHECK(later.open("/cases").status == 200);
  Browser again(daemon);
  sign_in_first(again, "a-smith");
  CHECK(give_code(again, code).status == 403);
}

TEST_CASE("A recovery code lets in who has lost the phone, once", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  const auto second = set_up(browser);
  Browser later(daemon);
  sign_in_first(later, "a-smith");
  CHECK(give_code(later, second.codes[3]).status == 303);
  CHECK(says(later.open("/account"), "9 recovery codes left"));
  Browser again(daemon);
  sign_in_first(again, "a-smith");
  CHECK(give_code(again, second.codes[3]).status == 403);
}

TEST_CASE("The secret is shown while it is set up, as letters and as a picture, and never again", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  CHECK(browser.open("/account/second-step/code.svg").status == 404);
  browser.open(own_page);
  browser.send(own_page, {});
  const auto picture = browser.open("/account/second-step/code.svg");
  CHECK(picture.status == 200);
  CHECK(picture.header("Content-Type") == "image/svg+xml");
  CHECK(picture.header("Cache-Control") == "no-store");
  CHECK(browser.send("/account/second-step/confirm", {{"code", "000000"}}).status == 400);
  CHECK_FALSE(says(browser.open("/account"), "On: a code"));
  const auto second = set_up(browser);
  CHECK(browser.open("/account/second-step/code.svg").status == 404);
  const auto page = browser.open(own_page);
  CHECK_FALSE(says(page, reviewd::in_groups(reviewd::base32(second.app.secret()))));
  CHECK_FALSE(says(page, second.codes[0]));
  CHECK(says(browser.open("/account"), "On: a code"));
}

TEST_CASE("In a real store who lets others in sets up the second step before anything else", "[web]") {
  const Daemon daemon({false, {}});
  for (const auto* role : {"coordinator", "administrator", "information-governance"}) {
    INFO(role);
    auto browser = Browser::of(daemon, std::string("a-") + role, role);
    for (const auto* address : {"/", "/cases"}) {
      const auto answer = browser.open(address);
      CHECK(answer.status == 303);
      CHECK(answer.header("Location") == own_page);
    }
    CHECK(browser.open("/no/such/page").status == 404);
    CHECK(says(browser.open(own_page), "Your role must have a second step"));
    set_up(browser);
    CHECK(browser.open("/").status == 200);
  }
  auto reader = Browser::of(daemon, "a-reader", "reader");
  CHECK(reader.open("/").status == 200);
}

TEST_CASE("Turning the second step off is asked for again, with the code", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  auto second = set_up(browser);
  const auto page = browser.open("/confirm-it-is-you?then=/account/second-step");
  CHECK(says(page, "name=\"code\""));
  CHECK(browser.send("/confirm-it-is-you", {{"password", good_password}, {"code", "000000"}}).status == 403);
  const auto kept = browser.cookie();
  const auto confirmed =
      browser.send("/confirm-it-is-you",
                   {{"password", good_password}, {"code", second.app.code()}, {"then", "/account/second-step"}});
  CHECK(confirmed.header("Location") == own_page);
  CHECK(browser.cookie() != kept);
  browser.open(own_page);
  CHECK(browser.send("/account/second-step/off", {}).header("Location") == "/account?done=second-step-off");
  Browser later(daemon);
  CHECK(sign_in_first(later, "a-smith").header("Location") == "/");
}

TEST_CASE("A reset by an administrator ends the second step only when that is said", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  auto second = set_up(browser);
  auto administrator = daemon.administrator();
  const auto accept = [&](Browser& other, const std::string& link) {
    other.open(link);
    return other.send(link, {{"password", good_password}, {"again", good_password}});
  };
  const auto first = administrator.post("/v1/accounts/a-smith:reset", "");
  REQUIRE(first.status == 200);
  CHECK(browser.open("/").status == 303);
  Browser later(daemon);
  CHECK(accept(later, first.text("/link")).header("Location") == "/sign-in/code");
  CHECK(give_code(later, second.codes[0]).status == 303);
  const auto both = administrator.post("/v1/accounts/a-smith:reset", R"({"withSecondFactor":true})");
  Browser third(daemon);
  CHECK(accept(third, both.text("/link")).header("Location") == "/");
}

TEST_CASE("Codes are guessed no faster than passwords", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  set_up(browser);
  Browser stranger(daemon);
  sign_in_first(stranger, "a-smith");
  int tried = 0;
  for (int i = 0; i < 20; ++i) tried += give_code(stranger, fmt::format("{:06}", i)).status == 403 ? 1 : 0;
  CHECK(tried <= 8);
}

}  // namespace
}  // namespace review::service_test
