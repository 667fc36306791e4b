#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "libreview/calendar/date.hpp"
#include "reviewd/http/percent.hpp"
#include "tests/http/service_support.hpp"

/// What is overdue, for scripts and for a monitor.
namespace review::service_test {
namespace {

using Words = std::vector<std::string>;

/// `26-0001 notify-panel` of the clocks that the filter leaves.
Words left_by(HttpCaller& caller, const std::string& filter) {
  const auto answer = caller.get("/v1/cases/-/clocks?pageSize=200&filter=" + reviewd::percent_encoded(filter));
  INFO(filter << " " << answer.body);
  REQUIRE(answer.status == 200);
  Words all;
  const auto cases = texts(answer, "clocks", "case");
  const auto clocks = texts(answer, "clocks", "clock");
  for (std::size_t i = 0; i < cases.size(); ++i) all.push_back(cases[i] + " " + clocks[i]);
  std::ranges::sort(all);
  return all;
}

/// The same from the readings themselves: what is overdue by at least so many working days.
Words late_by(HttpCaller& caller, std::int64_t days) {
  Words all;
  const auto answer = caller.get("/v1/cases/-/clocks?pageSize=200").json();
  for (const auto& one : answer.at("clocks").as_array()) {
    const auto& clock = one.as_object();
    if (clock.at("state") != "OVERDUE") continue;
    const auto* late = clock.if_contains("workingDaysLate");
    if ((late == nullptr ? 0 : late->as_int64()) < days) continue;
    all.push_back(std::string(clock.at("case").as_string()) + " " + std::string(clock.at("clock").as_string()));
  }
  std::ranges::sort(all);
  return all;
}

TEST_CASE("Clocks are narrowed by how many working days they are late, as each says itself", "[service]") {
  Practice practice;
  practice.open();
  practice.notified_case();
  practice.day("2026-01-09");
  practice.open();
  auto& caller = practice.coordinator;
  for (const auto* day : {"2026-01-17", "2026-01-19", "2026-01-30", "2026-02-14"}) {
    practice.day(day);
    const auto all = late_by(caller, 0);
    for (int days = 0; days <= 25; ++days) {
      INFO(day << " " << days);
      const auto at_least = late_by(caller, days);
      const auto more = late_by(caller, days + 1);
      CHECK(left_by(caller, fmt::format("daysLate>={}", days)) == at_least);
      CHECK(left_by(caller, fmt::format("daysLate>{}", days)) == more);
      Words fewer;
      std::ranges::set_difference(all, at_least, std::back_inserter(fewer));
      // Fewer than none is refused below.
      if (days > 0) CHECK(left_by(caller, fmt::format("daysLate<{}", days)) == fewer);
      Words exactly;
      std::ranges::set_difference(at_least, more, std::back_inserter(exactly));
      CHECK(left_by(caller, fmt::format("daysLate={}", days)) == exactly);
    }
  }
  const auto unknown = caller.get("/v1/cases/-/clocks?filter=" + reviewd::percent_encoded("clock=rapid-reviw"));
  CHECK(unknown.status == 400);
  CHECK(unknown.text("/violations/0/pointer") == "/filter");
  CHECK(unknown.body.find("rapid-review") != std::string::npos);
  CHECK(caller.get("/v1/cases/-/clocks?filter=" + reviewd::percent_encoded(R"(clock="zzz:*")")).status == 400);
  for (const auto* wrong : {"daysLate!=3", "daysLate>=soon", "daysLate>=-1", "daysLate>=10001", "daysLate<0",
                            "daysLate>=1.5", "daysLate>=99999999999999999999", "daysLate>=\"\"", "person>ann"}) {
    INFO(wrong);
    const auto answer = caller.get("/v1/cases/-/clocks?filter=" + reviewd::percent_encoded(wrong));
    CHECK(answer.status == 400);
    CHECK(answer.text("/violations/0/pointer") == "/filter");
  }
}

TEST_CASE("Clocks are narrowed by person, agency, name and legal status together", "[service]") {
  Practice practice;
  const auto first = practice.notified_case();
  practice.open();
  practice.add(
      first,
      R"({"agencyReturnRequested":{"agencies":["police","east-school"],"type":"SUMMARY","dueOn":"2026-01-12"}})");
  practice.add(first, R"({"memberAdded":{"person":"ann","role":"PANEL_MEMBER","agency":"police"}})");
  practice.day("2026-02-20");
  auto& caller = practice.coordinator;
  const auto police = first + " agency-return:police";
  const auto school = first + " agency-return:east-school";
  CHECK(left_by(caller, R"(state="OVERDUE" AND clock="agency-return:*" AND person=ann)") == Words{school, police});
  CHECK(left_by(caller, R"(state="OVERDUE" AND agency=police AND person="people/ann" AND daysLate>=5)") ==
        Words{police});
  CHECK(left_by(caller, R"(agency=police AND owedBy=AGENCY AND legalStatus=LOCAL AND dueOn<"2026-02-01")") ==
        Words{police});
  for (const auto& one : left_by(caller, "person=ann")) CHECK(one.starts_with(first));
  const auto others = left_by(caller, R"(clock!="agency-return:*")");
  CHECK(std::ranges::find(others, police) == others.end());
  CHECK_FALSE(others.empty());
}

TEST_CASE("A monitor learns how many clocks of each name are overdue, and of no case", "[service]") {
  Practice practice;
  practice.open();
  practice.notified_case();
  practice.day("2026-03-31");
  // The alerter counts at its start.
  practice.daemon.stop();
  practice.daemon.start();
  auto open = practice.daemon.caller();
  std::string text;
  for (int tries = 0; tries < 100; ++tries) {
    text = open.get("/metrics").body;
    if (text.find("review_clocks_overdue{") != std::string::npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  INFO(text);
  for (const auto* line :
       {"# TYPE review_clocks_overdue gauge\n", "review_clocks_overdue{clock=\"notify-panel\"} 1\n",
        "review_clocks_overdue{clock=\"rapid-review\"} 1\n", "review_clocks_overdue{clock=\"yearly-report\"} 0\n",
        "# TYPE review_calendar_last_day_timestamp_seconds gauge\n"}) {
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
  CHECK(text.find("26-00") == std::string::npos);
  // Who asks from elsewhere learns of no deadline.
  for (const HttpFields& asked :
       {HttpFields{{"X-Forwarded-For", "203.0.113.7"}}, HttpFields{{"Forwarded", "for=203.0.113.7"}}}) {
    const auto outside = open.get("/metrics", asked).body;
    INFO(outside);
    CHECK(outside.find("review_clock") == std::string::npos);
    CHECK(outside.find("review_alerts_last_run_timestamp_seconds") != std::string::npos);
  }
}

TEST_CASE("What a monitor learns leaves out sealed cases", "[service]") {
  Practice practice;
  practice.day("2026-03-04");
  const auto due_of_death = [&](const std::string& died, const std::string& then) {
    const auto id = practice.open(
        R"({"incidentLogged":{"incidentOn":")" + died + R"(","localAuthorityAwareOn":")" + died +
        R"(","harm":"DEATH","abuseOrNeglect":"NOT_SUSPECTED","children":[{"pseudonym":"Child Z","ageYears":9,)"
        R"("harm":"DEATH","diedOn":")" +
        died + R"(","lookedAfter":true}],"occurredIn":"sandwell"}})");
    const auto due = practice.coordinator.get("/v1/cases/" + id + "/clocks/notify-looked-after-death").text("/dueOn");
    if (!then.empty()) practice.add(id, then);
    const auto seconds = std::chrono::sys_seconds(review::Date::parse(due).value().days()).time_since_epoch().count();
    return R"(review_clock_next_due_timestamp_seconds{clock="notify-looked-after-death"} )" + std::to_string(seconds);
  };
  const auto sealed =
      due_of_death("2026-03-02", R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  const auto open = due_of_death("2026-03-03", "");
  CHECK(sealed != open);
  // The alerter counts at its start.
  practice.daemon.stop();
  practice.daemon.start();
  const auto until = [&](const std::string& wanted) {
    auto monitor = practice.daemon.caller();
    std::string text;
    for (int tries = 0; tries < 100 && text.find(wanted) == std::string::npos; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      text = monitor.get("/metrics").body;
    }
    return text;
  };
  const auto running = until("review_clocks_overdue{");
  INFO(running);
  CHECK(running.find(open + "\n") != std::string::npos);
  CHECK(running.find(sealed) == std::string::npos);
  auto later = practice.daemon.coordinator();
  REQUIRE(later.put("/v1/practice/today", R"({"date":"2026-06-04"})").status == 200);
  practice.daemon.stop();
  practice.daemon.start();
  const std::string one_late = R"(review_clocks_overdue{clock="notify-looked-after-death"} 1)";
  CHECK(until(one_late + "\n").find(one_late + "\n") != std::string::npos);
}

}  // namespace
}  // namespace review::service_test
