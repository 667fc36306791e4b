#include <fmt/format.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The page of what is due soon and late, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

bool says(const HttpAnswer& answer, const std::string& words) { return answer.body.find(words) != std::string::npos; }

/// The address of the first form whose address ends so.
std::string form_on(const HttpAnswer& page, const std::string& ending) {
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("action=\"(/reminders/[a-z0-9]+/" + ending + ")\"")));
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
  CHECK(says(page, "Notify the Panel") != says(page, "Notify the National Panel"));
  CHECK(says(page, "Due today"));
  CHECK(says(page, "href=\"/cases/" + id + "\""));
  CHECK(says(page, "href=\"/cases/" + id + "/clocks/notify-panel\""));
  CHECK(says(page, "Nobody has said that they have this in hand."));
  for (const auto* word : {"alert", "overdue", "before-", "notify-panel<"}) {
    INFO(word);
    CHECK_FALSE(says(page, std::string(">") + word));
  }
}

TEST_CASE("Somebody has a reminder in hand, whose name the others see; another is put off", "[web]") {
  Practice practice;
  due_today(practice);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/reminders");
  const auto taken = browser.send(form_on(page, "take"), {});
  CHECK(taken.status == 303);
  CHECK(taken.header("Location") == "/reminders");
  auto chair = Browser::of(practice.daemon, "a-chair", "chair");
  CHECK(says(chair.open("/reminders"), "has this in hand."));
  const auto again = browser.open("/reminders");
  std::smatch day;
  REQUIRE(std::regex_search(again.body, day, std::regex("<option value=\"([0-9-]+)\">In a week")));
  CHECK(browser.send(form_on(again, "later"), {{"until", day[1]}}).status == 303);
  const auto cards = [](const HttpAnswer& one) {
    const std::regex card("govuk-summary-card__title\"");
    return std::distance(std::sregex_iterator(one.body.begin(), one.body.end(), card), std::sregex_iterator());
  };
  CHECK(cards(browser.open("/reminders")) == cards(chair.open("/reminders")) - 1);
}

TEST_CASE("A reminder that is not there, or not the visitor's, is answered alike", "[web]") {
  Practice practice;
  due_today(practice);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = form_on(browser.open("/reminders"), "take");
  auto outside = Browser::of(practice.daemon, "a-member", "panel-member");
  CHECK(says(outside.open("/reminders"), "Nothing asks for you now."));
  CHECK(outside.send(address, {}).status == 404);
  CHECK(outside.send("/reminders/none/take", {}).status == 404);
}

}  // namespace
}  // namespace review::service_test
