#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/http/service_support.hpp"

/// What is due soon and late, over HTTP; the day of a practice store drives it.
namespace review::service_test {
namespace {

using Words = std::vector<std::string>;

void go_to(Practice& practice, const std::string& day) {
  REQUIRE(practice.coordinator.put("/v1/practice/today", fmt::format(R"({{"date":"{}"}})", day)).status == 200);
}

TEST_CASE("The set day tells what is due on it, before it answers", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto& caller = practice.coordinator;
  const auto due = caller.get(fmt::format("/v1/cases/{}/clocks/notify-panel", id)).text("/dueOn");
  go_to(practice, due);
  const auto alerts = caller.get("/v1/alerts");
  INFO(alerts.body);
  REQUIRE(alerts.status == 200);
  CHECK(texts(alerts, "alerts", "clock") == Words{"notify-panel", "tell-partners"});
  CHECK(texts(alerts, "alerts", "step") == Words{"due", "due"});
  CHECK(alerts.text("/alerts/0/case") == id);
  CHECK(alerts.text("/alerts/0/title") == "Notify the Panel");
  CHECK(alerts.text("/alerts/0/dueOn") == due);
  CHECK(alerts.text("/alerts/0/says").starts_with("Due today"));
  practice.add(id, R"({"panelNotified":{"informed":["SAFEGUARDING_PARTNERS"]}})");
  CHECK(texts(caller.get("/v1/alerts"), "alerts", "clock").empty());
  CHECK(texts(caller.get("/v1/alerts?settled=true"), "alerts", "settled") == Words{"ended", "ended"});
}

TEST_CASE("An alert is had in hand by one person, and put off by each for themselves", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto& caller = practice.coordinator;
  go_to(practice, caller.get(fmt::format("/v1/cases/{}/clocks/notify-panel", id)).text("/dueOn"));
  const auto alert = caller.get("/v1/alerts").text("/alerts/0/alert");
  const auto had = caller.post("/v1/alerts/" + alert + ":acknowledge", "");
  INFO(had.body);
  REQUIRE(had.status == 200);
  CHECK(had.text("/acknowledgedBy") == "people/coordinator-1");
  auto chair = practice.daemon.caller(practice.daemon.issue("a-chair", "chair"));
  CHECK(chair.post("/v1/alerts/" + alert + ":acknowledge", "").text("/acknowledgedBy") == "people/coordinator-1");
  const auto snooze = "/v1/alerts/" + alert + ":snooze";
  CHECK(caller.post(snooze, R"({"until":"2026-01-01"})").text("/violations/0/pointer") == "/until");
  CHECK(caller.post(snooze, R"({"until":"soon"})").code() == "not-a-date");
  CHECK(caller.post(snooze, "{}").code() == "missing-field");
  const auto until = "2027-12-31";
  CHECK(caller.post(snooze, fmt::format(R"({{"until":"{}"}})", until)).text("/snoozedUntil") == until);
  CHECK(texts(caller.get("/v1/alerts"), "alerts", "alert").size() == 1);
  CHECK(texts(chair.get("/v1/alerts"), "alerts", "alert").size() == 2);
  CHECK(texts(caller.get("/v1/alerts?settled=true"), "alerts", "alert").size() == 2);
}

TEST_CASE("Who does not see the case finds no alert of it, and one that is not theirs is as one that is not",
          "[service]") {
  Practice practice;
  const auto id = practice.open();
  go_to(practice, practice.coordinator.get(fmt::format("/v1/cases/{}/clocks/notify-panel", id)).text("/dueOn"));
  const auto alert = practice.coordinator.get("/v1/alerts").text("/alerts/0/alert");
  auto outside = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK(texts(outside.get("/v1/alerts"), "alerts", "alert").empty());
  const std::string until = R"({"until":"2027-12-31"})";
  const auto hidden = outside.post("/v1/alerts/" + alert + ":snooze", until);
  const auto missing = outside.post("/v1/alerts/none:snooze", until);
  CHECK(hidden.status == 404);
  CHECK(missing.status == 404);
  CHECK(hidden.text("/detail") == missing.text("/detail"));
  CHECK(outside.get("/v1/alerts?pageToken=" + alert).text("/detail") ==
        outside.get("/v1/alerts?pageToken=none").text("/detail"));
  CHECK(outside.post("/v1/alerts/" + alert + ":acknowledge", "").status == 403);
  CHECK(practice.daemon.administrator().get("/v1/alerts").json().at("alerts").as_array().empty());
}

TEST_CASE("Pages of alerts hold each once", "[service]") {
  Practice practice;
  for (int i = 0; i < 3; ++i) practice.open();
  go_to(practice, "2027-06-01");
  Words seen;
  std::string token;
  do {
    const auto page = practice.coordinator.get("/v1/alerts?pageSize=2&pageToken=" + token);
    INFO(page.body);
    REQUIRE(page.status == 200);
    for (const auto& alert : texts(page, "alerts", "alert")) seen.push_back(alert);
    token = page.text("/nextPageToken");
  } while (!token.empty());
  std::sort(seen.begin(), seen.end());
  CHECK(seen.size() >= 6);
  CHECK(std::unique(seen.begin(), seen.end()) == seen.end());
  CHECK(practice.coordinator.get("/v1/alerts?pageToken=x").status == 400);
}

TEST_CASE("The service says when what is due was last looked for", "[service]") {
  Practice practice;
  auto open = practice.daemon.caller();
  for (int tries = 0; tries < 50; ++tries) {
    if (open.get("/metrics").body.find("review_alerts_last_run_timestamp_seconds 0\n") == std::string::npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  CHECK(open.get("/metrics").body.find("review_alerts_last_run_timestamp_seconds 1") != std::string::npos);
  CHECK(open.get("/readyz").status == 200);
}

}  // namespace
}  // namespace review::service_test
