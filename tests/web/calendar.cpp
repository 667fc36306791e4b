#include <chrono>
#include <regex>
#include <thread>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The page where people get their reminders into their own calendar, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

/// The address that a page shows, below the host.
std::string address_on(const HttpAnswer& page) {
  std::smatch found;
  INFO(page.body);
  REQUIRE(std::regex_search(page.body, found, std::regex("/feeds/rvw_[A-Za-z0-9_-]+\\.ics")));
  return found[0];
}

TEST_CASE("Somebody gets an address for their calendar, a new one for the old, and stops it", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  auto calendar = practice.daemon.caller();
  CHECK(says(browser.open("/reminders"), "href=\"/reminders/calendar\""));
  CHECK(says(browser.open("/reminders/calendar"), "<h1 class=\"govuk-heading-l\">Reminders in your calendar</h1>"));
  const auto made = browser.send("/reminders/calendar", {{"scope", "ALL_I_SEE"}});
  REQUIRE(made.status == 201);
  CHECK(says(made, "data-review-copy"));
  const auto first = address_on(made);
  CHECK(says(calendar.get(first), id));

  const auto page = browser.open("/reminders/calendar");
  CHECK(says(page, "Every case that you see"));
  CHECK_FALSE(says(page, "rvw_"));
  std::smatch renew;
  REQUIRE(std::regex_search(page.body, renew, std::regex("/reminders/calendar/([a-z0-9]+)/renew")));
  const auto second = address_on(browser.send(renew[0], {}));
  CHECK(calendar.get(first).status == 404);
  CHECK(calendar.get(second).status == 200);

  const auto again = browser.open("/reminders/calendar");
  std::smatch stop;
  REQUIRE(std::regex_search(again.body, stop, std::regex("/reminders/calendar/([a-z0-9]+)/stop")));
  CHECK(browser.send(stop[0], {}).status == 303);
  CHECK(calendar.get(second).status == 404);
  CHECK_FALSE(says(browser.open("/reminders/calendar"), "/stop\""));
  CHECK(browser.send("/reminders/calendar", {{"scope", "ALL"}}).status == 400);
  CHECK(browser.send("/reminders/calendar/none/stop", {}).status == 404);
}

TEST_CASE("A reminder says that a date moved, from which day to which", "[web]") {
  Practice practice;
  practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  auto administrator = practice.daemon.administrator();
  const auto made = administrator.post(
      "/v1/calendars/england-and-wales/closures:propose",
      R"({"change":"add","from":"2026-01-09","name":"Invented","kind":"bank-holiday","reason":"Announced."})");
  const auto proposal = browser.open("/administration/approvals/" + made.text("/approval"));
  CHECK(says(proposal, "Who is told"));
  CHECK(says(proposal, "12 January 2026"));
  REQUIRE(practice.coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  // It is told apart from the approval.
  auto page = browser.open("/reminders");
  for (int tries = 0; tries < 100 && !says(page, "Date moved"); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    page = browser.open("/reminders");
  }
  CHECK(says(page, "Date moved"));
  CHECK(says(page, "The date moved from Mon 12 January 2026 to Tue 13 January 2026"));
}

}  // namespace
}  // namespace review::service_test
