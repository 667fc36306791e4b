#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <regex>
#include <thread>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// One's own account, its sessions, and how guessing is slowed down, over HTTP.
namespace review::service_test {
namespace {

using test::Browser;
using test::good_password;

const std::string other_password = "amber window cabbage";

HttpAnswer sign_in_chosen(Browser& browser, const std::string& person, const std::string& password = good_password) {
  browser.open("/sign-in");
  return browser.send("/sign-in", {{"person", person}, {"password", password}, {"then", ""}});
}

HttpAnswer change(Browser& browser, const std::string& old, const std::string& fresh, const std::string& again = "") {
  browser.open("/account/password");
  return browser.send("/account/password",
                      {{"old", old}, {"password", fresh}, {"again", again.empty() ? fresh : again}});
}

/// How many passwords the service has compared.
int compared(const Daemon& daemon) {
  auto caller = daemon.caller();
  const auto text = caller.get("/metrics").body;
  std::smatch found;
  REQUIRE(std::regex_search(text, found, std::regex("\nreview_passwords_compared ([0-9]+)")));
  return std::stoi(found[1]);
}

TEST_CASE("A changed password is the one that counts, and other sessions are over", "[web]") {
  const Daemon daemon;
  auto here = Browser::of(daemon, "a-smith", "coordinator");
  Browser elsewhere(daemon);
  sign_in_chosen(elsewhere, "a-smith");
  const auto changed = change(here, good_password, other_password);
  CHECK(changed.header("Location") == "/account?done=password");
  CHECK(says(here.open("/account?done=password"), "Your password is changed"));
  CHECK(elsewhere.open("/account").status == 303);
  Browser later(daemon);
  CHECK(sign_in_chosen(later, "a-smith").status == 403);
  CHECK(sign_in_chosen(later, "a-smith", other_password).status == 303);
}

TEST_CASE("A change of password says at each field what is wrong", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "administrator");
  const auto wrong = change(browser, "not my password at all", other_password);
  CHECK(wrong.status == 403);
  CHECK(says(wrong, "<title>Error: Change your password"));
  CHECK(says(wrong, "href=\"#old\""));
  const auto common = change(browser, good_password, "sonyericsson 2026");
  CHECK(common.status == 400);
  CHECK(says(common, "This password is easy to guess"));
  CHECK(says(change(browser, good_password, "violet harbour"), "Use 15 characters or more."));
  CHECK(says(change(browser, good_password, other_password, "amber window"), "href=\"#again\""));
  CHECK(change(browser, good_password, good_password).status == 400);
  Browser later(daemon);
  CHECK(sign_in_chosen(later, "a-smith").status == 303);
}

TEST_CASE("Who is signed in sees where, and signs out everywhere else", "[web]") {
  const Daemon daemon;
  auto here = Browser::of(daemon, "a-smith", "coordinator");
  CHECK_FALSE(says(here.open("/account"), "Sign out everywhere else"));
  Browser elsewhere(daemon);
  sign_in_chosen(elsewhere, "a-smith");
  CHECK(says(here.open("/account"), "Another browser"));
  CHECK(here.send("/account/sign-out-elsewhere", {}).header("Location") == "/account?done=signed-out");
  CHECK(elsewhere.open("/account").status == 303);
  CHECK(here.open("/account").status == 200);
}

TEST_CASE("An administrator ends somebody's sessions at once", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  CHECK(daemon.administrator().post("/v1/accounts/a-smith:signOut", "").status == 200);
  CHECK(browser.open("/").status == 303);
  CHECK(sign_in_chosen(browser, "a-smith").status == 303);
  CHECK(daemon.coordinator().post("/v1/accounts/a-smith:signOut", "").status == 403);
  CHECK(daemon.coordinator().post("/v1/accounts/a-smith:reset", "").status == 403);
}

TEST_CASE("A script of the page asks how long the session lives, and makes it live on", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  browser.open("/account");
  const auto state = browser.open("/session");
  CHECK(state.status == 200);
  CHECK(state.header("Content-Type") == "application/json");
  CHECK(state.header("Cache-Control") == "no-store");
  const auto left = state.json().at("secondsLeft").as_int64();
  CHECK(left > 800);
  CHECK(left <= 900);
  CHECK(state.json().at("mostSecondsLeft").as_int64() > 35000);
  CHECK(browser.send("/session/extend", {}).status == 200);
  const auto elsewhere =
      browser.send_with("/session/extend", {{"formToken", browser.form_token()}}, {{"Origin", "https://evil.example"}});
  CHECK(elsewhere.status == 403);
  CHECK(elsewhere.code() == "not-permitted");
  const auto forged =
      browser.send_with("/session/extend", {{"formToken", std::string(32, '0')}}, {{"Origin", browser.origin()}});
  CHECK(forged.status == 403);
  CHECK(forged.code() == "not-permitted");
  Browser stranger(daemon);
  CHECK(stranger.open("/session").code() == "unauthenticated");
  CHECK(stranger.send("/session/extend", {}).code() == "unauthenticated");
}

TEST_CASE("A wrong proof is no proof, and the way back is one of ours", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  const auto page = browser.open("/confirm-it-is-you?then=https://evil.example");
  CHECK(page.status == 200);
  CHECK_FALSE(says(page, "evil.example"));
  CHECK_FALSE(says(page, "name=\"code\""));
  CHECK(browser.send("/confirm-it-is-you", {{"password", "not my password"}}).status == 403);
  const auto right = browser.send("/confirm-it-is-you", {{"password", good_password}, {"then", "//evil.example"}});
  CHECK(right.header("Location") == "/");
  CHECK(browser.open("/account").status == 200);
}

TEST_CASE("A stranger who guesses slows down strangers, and not the person's own browser", "[web]") {
  const Daemon daemon;
  auto own = Browser::of(daemon, "a-smith", "coordinator");
  own.open("/");
  own.send("/sign-out", {});
  Browser stranger(daemon);
  const auto before = compared(daemon);
  int refused = 0;
  for (int i = 0; i < 300; ++i) refused += sign_in_chosen(stranger, "a-smith", "a guess").status == 429 ? 1 : 0;
  CHECK(refused > 250);
  CHECK(compared(daemon) - before < 50);
  CHECK(sign_in_chosen(own, "a-smith").status == 303);
  own.forget();
  // On a slow machine the wait may be over by now: guessing brings it back.
  for (int i = 0; i < 50 && sign_in_chosen(stranger, "a-smith", "a guess").status != 429; ++i) {
  }
  CHECK(sign_in_chosen(own, "a-smith").status == 429);
}

TEST_CASE("A name that nobody has costs the same work as a wrong password", "[web]") {
  const Daemon daemon;
  Browser::of(daemon, "a-smith", "coordinator");
  Browser::of(daemon, "c-brown", "coordinator");
  REQUIRE(daemon.administrator().post("/v1/accounts/c-brown:disable", "").status == 200);
  Browser browser(daemon);
  for (const auto* person : {"a-smith", "b-nobody", "c-brown", "", "Not A Name"}) {
    const auto before = compared(daemon);
    CHECK(sign_in_chosen(browser, person, "a guess").status == 403);
    CHECK(compared(daemon) == before + 1);
  }
}

TEST_CASE("Two hundred who sign in at once do not keep a reader waiting", "[web]") {
  const Daemon daemon;
  auto reader = Browser::of(daemon, "a-reader", "reader");
  std::vector<int> answers(200);
  std::atomic<int> answered = 0;
  std::vector<std::thread> crowd;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    crowd.emplace_back([&, i] {
      Browser one(daemon);
      answers[i] = one.send("/sign-in", {{"person", fmt::format("p-{}", i)}, {"password", "a guess"}}).status;
      ++answered;
    });
  }
  CHECK(reader.open("/cases").status == 200);
  // What is compared, two at a time, takes a second or more.
  CHECK(answered < 200);
  for (int i = 0; i < 20; ++i) CHECK(reader.open("/cases").status == 200);
  for (auto& one : crowd) one.join();
  for (const auto status : answers) CHECK((status == 403 || status == 503));
  CHECK(std::count(answers.begin(), answers.end(), 403) >= 2);
}

TEST_CASE("With a pepper people sign in, and a service whose pepper others can read does not start", "[web]") {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "pepper") << "an invented pepper of more than 32 bytes";
  std::filesystem::permissions(folder / "pepper", std::filesystem::perms::owner_read);
  std::ofstream(folder / "config.toml") << "pepper-file = \"pepper\"\n[sign-in]\naddress-burst = 50\n";
  Daemon daemon({true, {"--config", (folder / "config.toml").string()}});
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  CHECK(sign_in_chosen(browser, "a-smith").status == 303);
  std::filesystem::permissions(folder / "pepper",
                               std::filesystem::perms::owner_read | std::filesystem::perms::others_read);
  const auto refused = test::run_reviewd({"--store", (folder / "data/store.db").string(), "--listen", "127.0.0.1:0",
                                          "--config", (folder / "config.toml").string()});
  CHECK(refused.code == 1);
  CHECK(refused.said.find("Others can read the file that pepper-file names") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "data"));
}

}  // namespace
}  // namespace review::service_test
