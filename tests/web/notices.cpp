#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// The page of one's own reminders by email, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

const std::string page = "/reminders/email";

FormValues choice(const std::string& mailbox, const std::string& when) {
  return {{"mailbox", mailbox},  {"when", when},        {"awayFrom.day", ""},    {"awayFrom.month", ""},
          {"awayFrom.year", ""}, {"awayUntil.day", ""}, {"awayUntil.month", ""}, {"awayUntil.year", ""},
          {"cover", ""},         {"do", "save"}};
}

TEST_CASE("Somebody sets up reminders by email: a code, then the mailbox is shown", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/reminders"), "href=\"/reminders/email\""));
  CHECK(says(browser.open("/account"), "href=\"/reminders/email\""));
  CHECK(says(browser.open(page), "No mailbox yet"));
  CHECK(says(browser.open(page + "?done=saved"), "No email goes out: there is no mailbox."));
  auto half = choice("", "DAILY");
  for (auto& [name, value] : half) {
    if (name == "awayFrom.day") value = "40";
  }
  CHECK(says(browser.send(page, half), "The first day that you are away must be a real date"));
  const auto wrong = browser.send(page, choice("no mailbox", "DAILY"));
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "<title>Error: "));
  CHECK(says(wrong, "href=\"#mailbox\""));
  CHECK(browser.send(page, choice("a.smith@example.org", "IMMEDIATE")).header("Location") == page + "?done=code");
  CHECK(says(browser.open(page), "Type in the code"));
  const auto refused = browser.send(page + "/code", {{"code", "000000x"}});
  CHECK(refused.status == 400);
  CHECK(says(refused, "href=\"#code\""));
  std::smatch code;
  const auto mail = practice.coordinator.get("/v1/practice/mails").text("/mails/0/text");
  REQUIRE(std::regex_search(mail, code, std::regex("Your code is ([0-9]{6})")));
  CHECK(browser.send(page + "/code", {{"code", code[1]}}).header("Location") == page + "?done=confirmed");
  const auto done = browser.open(page + "?done=confirmed");
  CHECK(says(done, "The mailbox is confirmed."));
  CHECK(says(done, "a.smith@example.org"));
  CHECK(says(done, "Straight away, an email for each"));
}

TEST_CASE("Days away need somebody who covers, and stay as they were typed", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(browser.open(page).status == 200);
  auto values = choice("", "DAILY");
  for (auto& [name, value] : values) {
    if (name.ends_with(".day")) value = "5";
    if (name.ends_with(".month")) value = "1";
    if (name.ends_with(".year")) value = "2027";
  }
  const auto alone = browser.send(page, values);
  CHECK(alone.status == 400);
  CHECK(says(alone, "Say who is reminded instead of you."));
  CHECK(says(alone, "value=\"2027\""));
}

}  // namespace
}  // namespace review::service_test
