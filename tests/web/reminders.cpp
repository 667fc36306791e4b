#include <fmt/format.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The page of what is due soon and late, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

/// The first reminder of the page, as its form names it.
std::string first_on(const HttpAnswer& page) {
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("name=\"reminder\" type=\"checkbox\" value=\"([a-z0-9]+)\"")));
  return found[1];
}

/// A practice store on the day that the Panel should have been told of a case.
std::string due_today(Practice& practice) {
  const auto id = practice.open();
  const auto due = practice.coordinator.get(fmt::format("/v1/cases/{}/clocks/notify-panel", id)).text("/dueOn");
  REQUIRE(practice.coordinator.put("/v1/practice/today", fmt::format(R"({{"date":"{}"}})", due)).status == 200);
  return id;
}

TEST_CASE("Reminders say what is due of which case, and lead to the case and to the working of the date", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/reminders"), "Nothing asks for you now."));
  const auto id = due_today(practice);
  const auto page = browser.open("/reminders");
  INFO(page.body);
  CHECK(page.status == 200);
  CHECK(says(page, "Notify the National Panel"));
  CHECK(says(page, "Due today"));
  CHECK(says(page, "href=\"/cases/" + id + "\""));
  CHECK(says(page, "href=\"/cases/" + id + "/clocks/notify-panel\""));
  CHECK(says(page, "Nobody yet"));
  for (const auto* word : {"alert", "overdue", "before-", "notify-panel<"}) {
    INFO(word);
    CHECK_FALSE(says(page, std::string(">") + word));
  }
}

TEST_CASE("Somebody has a reminder in hand, whose name the others see; another is put off", "[web]") {
  Practice practice;
  due_today(practice);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto taken = browser.send("/reminders", {{"do", "take"}, {"reminder", first_on(browser.open("/reminders"))}});
  CHECK(taken.status == 303);
  CHECK(taken.header("Location") == "/reminders");
  auto chair = Browser::of(practice.daemon, "a-chair", "chair");
  const auto rows = [](const HttpAnswer& page, const std::string& words) {
    const std::regex row(words);
    return std::distance(std::sregex_iterator(page.body.begin(), page.body.end(), row), std::sregex_iterator());
  };
  CHECK(rows(chair.open("/reminders"), "Nobody yet") == 1);
  const auto again = browser.open("/reminders");
  std::smatch day;
  REQUIRE(std::regex_search(again.body, day, std::regex("<option value=\"([0-9-]+)\">In a week")));
  CHECK(browser.send("/reminders", {{"do", "later"}, {"until", day[1]}, {"reminder", first_on(again)}}).status == 303);
  CHECK(rows(browser.open("/reminders"), "name=\"reminder\"") == 1);
  CHECK(rows(chair.open("/reminders"), "name=\"reminder\"") == 2);
}

TEST_CASE("Who chooses no reminder is told so at the list", "[web]") {
  Practice practice;
  due_today(practice);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(browser.open("/reminders").status == 200);
  const auto page = browser.send("/reminders", {{"do", "take"}});
  CHECK(page.status == 400);
  CHECK(says(page, "<title>Error: "));
  CHECK(says(page, "<a href=\"#reminders\">Choose one or more reminders</a>"));
}

TEST_CASE("A reminder that is not there, or not the visitor's, is answered alike", "[web]") {
  Practice practice;
  due_today(practice);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto reminder = first_on(browser.open("/reminders"));
  auto outside = Browser::of(practice.daemon, "a-member", "panel-member");
  CHECK(says(outside.open("/reminders"), "Nothing asks for you now."));
  CHECK(outside.send("/reminders", {{"do", "later"}, {"until", "2027-12-31"}, {"reminder", reminder}}).status == 404);
  CHECK(outside.send("/reminders", {{"do", "later"}, {"until", "2027-12-31"}, {"reminder", "none"}}).status == 404);
  CHECK(outside.send("/reminders", {{"do", "take"}, {"reminder", reminder}}).status == 403);
}

}  // namespace
}  // namespace review::service_test
