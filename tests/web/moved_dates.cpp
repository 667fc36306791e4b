#include <chrono>
#include <functional>
#include <thread>

#include "tests/http/service_support.hpp"
#include "tests/web/filling.hpp"

/// A day off that is announced late moves dates: that stands with the reminders, on the page of the case and on the
/// page of the date, with the day that moved it.
namespace review::service_test {
namespace {

using test::Browser;

/// Another person agrees to it, and the alerter tells what moved.
void change_days_off(Practice& practice, const std::string& change, const std::string& day = "2026-01-09") {
  auto administrator = practice.daemon.administrator();
  const auto proposed = administrator.post("/v1/calendars/england-and-wales/closures:propose",
                                           "{" + change + R"(,"from":")" + day + R"(","reason":"Announced today."})");
  REQUIRE(proposed.status == 201);
  REQUIRE(practice.coordinator.post("/v1/approvals/" + proposed.text("/approval") + ":approve", "").status == 200);
}

void wait_until(const std::function<bool()>& told) {
  for (int tries = 0; tries < 200 && !told(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

const std::string added = R"("change":"add","name":"Invented holiday","kind":"bank-holiday")";
const std::string because = "because Fri 9 January 2026 was added to the days off";
const std::string moved = "Moved from Monday 12 January 2026 to Tuesday 13 January 2026, " + because + ".";

TEST_CASE("A date that a late holiday moved says so with the reminders, on its case and on its own page", "[web]") {
  Practice practice;
  const auto id = practice.open();
  change_days_off(practice, added);
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/step") == "moved"; });
  CHECK(practice.coordinator.get("/v1/alerts?step=moved").text("/alerts/0/movedBecause") ==
        "Fri 9 January 2026 was added to the days off");
  CHECK(practice.coordinator.get("/v1/alerts?step=due").json().at("alerts").as_array().empty());

  for (const auto* person : {"a-smith", "b-jones"}) {
    auto browser = Browser::of(practice.daemon, person, "coordinator");
    const auto reminders = browser.open("/reminders");
    INFO(reminders.body);
    CHECK(says(reminders, "Date moved"));
    CHECK(says(reminders, "The date moved from Mon 12 January 2026 to Tue 13 January 2026, " + because + "."));
    CHECK(says(browser.open("/cases/" + id), moved));
    const auto date = browser.open("/cases/" + id + "/clocks/notify-panel");
    CHECK(says(date, "How this date was moved"));
    CHECK(says(date, moved));
  }
  // Nothing moved the dates of a case that began after it.
  const auto later = practice.open();
  auto browser = Browser::of(practice.daemon, "c-brown", "coordinator");
  CHECK_FALSE(says(browser.open("/cases/" + later), "Moved from"));
  CHECK_FALSE(says(browser.open("/cases/" + later + "/clocks/notify-panel"), "How this date was moved"));
}

TEST_CASE("A day off that is taken back moves the date back, and that is said too", "[web]") {
  Practice practice;
  const auto id = practice.open();
  change_days_off(practice, added);
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/step") == "moved"; });
  change_days_off(practice, R"("change":"remove")");
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/dueOn") == "2026-01-12"; });
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id);
  CHECK(says(page, "because Fri 9 January 2026 is no longer a day off."));
  CHECK_FALSE(says(page, moved));
  // The day before it was taken back is named still.
  CHECK(says(browser.open("/cases/" + id + "/clocks/notify-panel"), moved));
}

TEST_CASE("Each move of a date names the day off that moved it, also once another has moved it on", "[web]") {
  Practice practice;
  const auto id = practice.open();
  change_days_off(practice, added);
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/step") == "moved"; });
  change_days_off(practice, added, "2026-01-08");
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/dueOn") == "2026-01-14"; });
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id + "/clocks/notify-panel");
  CHECK(says(page, moved));
  CHECK(says(page,
             "Moved from Tuesday 13 January 2026 to Wednesday 14 January 2026, because Thu 8 January 2026 was added to "
             "the days off."));
}

}  // namespace
}  // namespace review::service_test
