#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <thread>

#include "tests/http/service_support.hpp"

/// A day off that is announced late: which open deadlines move, who is told, and that they are told once.
namespace review::service_test {
namespace {

using Words = std::vector<std::string>;

const std::string at_closures = "/v1/calendars/england-and-wales/closures";
const std::string holiday = R"({"change":"add","from":"2026-01-09","name":"Invented holiday","kind":"bank-holiday")";

/// `26-0001 notify-panel` → the days before and after, of the alerts that say that a day moved.
std::map<std::string, std::string> moved(HttpCaller& caller) {
  std::map<std::string, std::string> all;
  const auto answer = caller.get("/v1/alerts?settled=true&pageSize=200").json();
  for (const auto& one : answer.at("alerts").as_array()) {
    if (one.at("step") != "moved") continue;
    const auto name = fmt::format("{} {}", std::string_view(one.at("case").as_string()),
                                  std::string_view(one.at("clock").as_string()));
    CHECK_FALSE(all.contains(name));
    all[name] = fmt::format("{} {}", std::string_view(one.at("movedFrom").as_string()),
                            std::string_view(one.at("dueOn").as_string()));
  }
  return all;
}

/// What follows an approval is told apart from it.
void wait_until(const std::function<bool()>& told) {
  for (int tries = 0; tries < 200 && !told(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

std::size_t alerts(HttpCaller& caller) {
  return caller.get("/v1/alerts?settled=true&pageSize=200").json().at("alerts").as_array().size();
}

TEST_CASE("A holiday that is added late moves open deadlines, and whoever owns them is told once and of nothing else",
          "[service]") {
  Practice practice;
  const auto notified = practice.notified_case();
  const auto open = practice.open();
  practice.day("2026-01-08");
  practice.add(open, R"({"memberAdded":{"person":"coordinator-1","role":"COORDINATOR"}})");
  auto administrator = practice.daemon.administrator();
  auto second = practice.daemon.coordinator("coordinator-2");
  const auto path = practice.coordinator.post("/v1/people/me/feeds", R"({"scope":"ALL_I_SEE"})").text("/address");

  const auto preview = practice.coordinator.post(at_closures + ":preview", holiday + "}").json();
  std::map<std::string, std::string> promised;
  for (const auto& one : preview.at("clocks").as_array()) {
    const auto& clock = one.as_object();
    Words told;
    for (const auto& person : clock.at("told").as_array()) told.emplace_back(person.as_string());
    const std::string of(clock.at("case").as_string());
    CHECK(told == (of == open ? Words{"people/coordinator-1"} : Words{"people/coordinator-1", "people/coordinator-2"}));
    if (clock.at("dueBefore") == clock.at("dueAfter")) continue;
    promised[of + " " + std::string(clock.at("clock").as_string())] =
        fmt::format("{} {}", std::string_view(clock.at("dueBefore").as_string()),
                    std::string_view(clock.at("dueAfter").as_string()));
  }
  REQUIRE(promised.contains(open + " notify-panel"));
  REQUIRE(promised.contains(notified + " rapid-review"));
  const auto before = alerts(practice.coordinator);
  CHECK(moved(practice.coordinator).empty());

  const auto made = administrator.post(at_closures + ":propose", holiday + R"(,"reason":"Announced today."})");
  REQUIRE(made.status == 201);
  CHECK(alerts(practice.coordinator) == before);
  REQUIRE(practice.coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  wait_until([&] { return moved(practice.coordinator).size() >= promised.size(); });
  CHECK(moved(practice.coordinator) == promised);
  CHECK(moved(second) == promised);
  CHECK(alerts(practice.coordinator) == before + promised.size());

  // Neither the same day nor another start tells it again, nor does an entry elsewhere.
  practice.day("2026-01-08");
  practice.open();
  practice.daemon.stop();
  practice.daemon.start();
  auto later = practice.daemon.coordinator();
  REQUIRE(later.put("/v1/practice/today", R"({"date":"2026-01-08"})").status == 200);
  CHECK(moved(later) == promised);

  const auto feed = practice.daemon.caller().get(path.substr(path.find("/feeds/"))).body;
  CHECK(feed.find("SEQUENCE:1\r\n") != std::string::npos);
}

TEST_CASE("What moved says so in words, from which day to which", "[service]") {
  Practice practice;
  practice.open();
  auto administrator = practice.daemon.administrator();
  const auto made = administrator.post(at_closures + ":propose", holiday + R"(,"reason":"Announced today."})");
  REQUIRE(practice.coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/step") == "moved"; });
  const auto answer = practice.coordinator.get("/v1/alerts");
  INFO(answer.body);
  CHECK(answer.text("/alerts/0/step") == "moved");
  CHECK(answer.text("/alerts/0/says").starts_with("The date moved from Mon 12 January 2026 to Tue 13 January 2026"));
  // So does what is told of the day after that, until it has come.
  practice.day("2026-01-13");
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/step") == "due"; });
  CHECK(practice.coordinator.get("/v1/alerts").text("/alerts/0/movedFrom") == "2026-01-12");
  practice.day("2026-01-14");
  wait_until([&] { return practice.coordinator.get("/v1/alerts").text("/alerts/0/step") == "overdue"; });
  CHECK(practice.coordinator.get("/v1/alerts").text("/alerts/0/movedFrom").empty());
}

}  // namespace
}  // namespace review::service_test
