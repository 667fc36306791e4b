#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "tests/bench/filling.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/small_case.hpp"

namespace review::crash_test {
namespace {

using service_test::Practice;
using std::chrono::steady_clock;
using test::Daemon;
using test::HttpAnswer;
using test::HttpFields;

/// More than the service tells at once, so that a kill may fall between.
constexpr int cases_of_a_day = 260;
constexpr const char* notified = R"({"panelNotified":{"informed":["SAFEGUARDING_PARTNERS"]}})";

std::string reference(int number) { return fmt::format("26-{:04}", number); }

/// Many cases whose clocks run to the same two days.
void fill(Practice& practice) {
  (void)practice.daemon.stop();
  {
    bench::Filling filling(practice.daemon.store());
    filling.together([&] {
      for (int number = 0; number < 2 * cases_of_a_day; ++number)
        (void)filling.open(number < cases_of_a_day ? "2026-03-02" : "2026-03-03", number);
    });
  }
  practice.daemon.start();
}

/// Asks until the service answers; `killer` has its way with it the first times. Nothing is done twice.
class Persistent {
 public:
  Persistent(Practice& practice, std::mt19937& random) : practice_(practice), random_(random) {}

  /// How often it was killed before it had answered, or after.
  int killed = 0;
  int interrupted = 0;

  void demand(const std::string& method, const std::string& target, const std::string& body, const HttpFields& fields,
              int good, int kills, std::chrono::microseconds usual) {
    for (; kills > 0; --kills) {
      HttpAnswer answer;
      std::thread asking([&] { answer = caller().send(method, target, body, fields); });
      const auto most = std::max<std::int64_t>(1, usual.count() * 5 / 4);
      std::this_thread::sleep_for(std::chrono::microseconds(static_cast<std::int64_t>(random_()) % most));
      practice_.daemon.kill();
      asking.join();
      ++killed;
      if (answer.status != good) ++interrupted;
      practice_.daemon.start();
    }
    const auto answer = caller().send(method, target, body, fields);
    INFO(answer.body);
    REQUIRE(answer.status == good);
  }

 private:
  [[nodiscard]] test::HttpCaller caller() { return practice_.daemon.caller(practice_.coordinator.token()); }

  Practice& practice_;
  std::mt19937& random_;
};

/// What the service has told, each with how it stands, in an order of its own; with the key that is sent with it.
std::vector<std::string> told(Daemon& daemon) {
  REQUIRE(daemon.stop() == 0);
  std::vector<std::string> all;
  {
    const auto store = Store::open(daemon.store());
    REQUIRE(store);
    auto rows = (*store)->prepare(
        "SELECT record, clock, arming, step, due_on, raised_on, coalesce(settled, 'stands') FROM alerts"
        " ORDER BY record, clock, arming, raised_on, step");
    while (rows.step()) {
      all.push_back(fmt::format("{}/{}/{}/{} due {} told {} {}", rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                                rows.text(4), rows.text(5), rows.text(6)));
    }
  }
  daemon.start();
  return all;
}

/// One day of both services: it comes, and one case is notified on it. The time that the twin took is the usual one.
class Day {
 public:
  Day(Date day, int number) : day_(day), number_(number) {}

  void live(Persistent& who, int kills, std::chrono::microseconds& usual) const {
    const auto begun = steady_clock::now();
    who.demand("PUT", "/v1/practice/today", fmt::format(R"({{"date":"{}"}})", day_.iso()), {}, 200, kills, usual);
    if (kills == 0) usual = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begun);
    const HttpFields fields{{"If-Match", service_test::if_match(1)},
                            {"Idempotency-Key", fmt::format("notified-{}", number_)}};
    who.demand("POST", "/v1/cases/" + reference(number_) + "/entries", notified, fields, 201, kills > 1 ? 1 : 0,
               usual / 4);
  }

 private:
  Date day_;
  int number_;
};

TEST_CASE("Killed again and again while alerts are due, the service tells each once and loses none", "[crash]") {
  const int kills = std::getenv("REVIEW_LONG") == nullptr ? 20 : 200;
  std::mt19937 random(20260309);
  Practice disturbed;
  Practice twin;
  fill(disturbed);
  fill(twin);
  Persistent killed(disturbed, random);
  Persistent quiet(twin, random);
  Date today = test::day("2026-03-04");
  for (int number = 1; killed.killed < kills; ++number, today = today.plus_days(1)) {
    CAPTURE(today.iso());
    REQUIRE(number <= 2 * cases_of_a_day);
    const Day day(today, number);
    std::chrono::microseconds usual{};
    day.live(quiet, 0, usual);
    day.live(killed, 1 + static_cast<int>(random() % 3), usual);
    if (number % 10 == 0) CHECK((told(disturbed.daemon) == told(twin.daemon)));
  }
  const auto all = told(twin.daemon);
  const auto of_disturbed = told(disturbed.daemon);
  CHECK(all.size() > 4 * cases_of_a_day);
  CHECK(of_disturbed.size() == all.size());
  CHECK((of_disturbed == all));
  CHECK(killed.interrupted > 0);
}

}  // namespace
}  // namespace review::crash_test
