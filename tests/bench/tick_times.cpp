#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <stdexcept>

#include "libreview/calendar/london.hpp"
#include "tests/bench/filling.hpp"
#include "tests/support/daemon.hpp"
#include "tests/support/small_case.hpp"

namespace review::bench {
namespace {

using std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int tick_cases = 100'000;
constexpr int together = 1000;

/// What this program holds in memory, in MiB.
double resident() {
  std::ifstream statm("/proc/self/statm");
  long size = 0;
  long held = 0;
  statm >> size >> held;
  return static_cast<double>(held) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

Moment noon(Date day) { return {start_of_london_day(day) + std::chrono::hours(12), day}; }

/// Four in five are cases whose report is out, and is kept up for its year; the fifth is one whose review was decided
/// on some months ago, and is to be published within the next weeks.
void bring_in(Filling& filling, Date today, int number) {
  const bool tick_runs = number % 5 == 0;
  const auto on = today.plus_days(-1 - (tick_runs ? 120 + number / 5 % 50 : number % 360));
  Recording recording{"", {}, Reader{"coordinator-1", Role::coordinator}, {}, {}, {}, noon(today)};
  recording.entry = test::entry(fmt::format(
      "{{'caseBroughtIn':{{'kind':'LIVE','stageAsAt':'{}','harm':'DEATH','abuseOrNeglect':'KNOWN','outcome':'LCSPR',"
      "'knownDates':[{{'kind':'{}','on':'{}'}}]}}}}",
      tick_runs ? "REVIEW" : "PUBLISHED", tick_runs ? "rapid-review-decided" : "report-published", on.iso()));
  if (const auto recorded = filling.storage().desk().record(recording); !recorded)
    throw std::runtime_error(recorded.error().says);
}

/// A tick as the service does it, a few at a time so that nobody else waits long.
struct Tick {
  double all = 0;   ///< in milliseconds, with the commits
  double most = 0;  ///< the longest that anybody else waits
  int told = 0;
};

int told_so_far(Filling& filling) {
  auto row = filling.storage().store().prepare("SELECT count(*) FROM alerts");
  return row.step() ? row.small(0) : 0;
}

Tick tick(Filling& filling, Date day) {
  auto& storage = filling.storage();
  if (!storage.set_practice_day(day, "administrator-1")) throw std::runtime_error("The day cannot be set.");
  const int before = told_so_far(filling);
  Tick tick;
  for (bool more = true; more;) {
    const auto begun = steady_clock::now();
    const auto told = storage.tell_due();
    const double took = Milliseconds(steady_clock::now() - begun).count();
    if (!told) throw std::runtime_error(told.error().says);
    more = *told;
    tick.all += took;
    tick.most = std::max(tick.most, took);
  }
  tick.told = told_so_far(filling) - before;
  return tick;
}

TEST_CASE("With 100,000 open cases a tick takes less than a second, and memory stays flat", "[.][bench]") {
  constexpr double second = 1000;
  constexpr double flat = 16;
  test::Daemon daemon;
  (void)daemon.stop();
  Filling filling(daemon.store());
  const auto begin = test::day("2026-03-09");
  for (int number = 0; number < tick_cases;) {
    filling.together([&] {
      for (int i = 0; i < together && number < tick_cases; ++i, ++number) bring_in(filling, begin, number);
    });
  }
  const auto print = [](const std::string& what, const Tick& one) {
    fmt::print("{:<40} {:>8} told, {:>9.1f} ms; at most {:>7.1f} ms at once\n", what, one.told, one.all, one.most);
    std::fflush(stdout);
  };
  print("The rest of the first day", tick(filling, begin));
  const double before = resident();
  double longest = 0;
  int told = 0;
  for (int passed = 1; passed <= 20; ++passed) {
    const auto day = begin.plus_days(passed);
    const auto one = tick(filling, day);
    print(day.words(), one);
    longest = std::max(longest, one.all);
    told += one.told;
  }
  const double after = resident();
  fmt::print("Memory before and after twenty days: {:.1f} and {:.1f} MiB\n", before, after);
  CHECK(told > tick_cases / 20);
  CHECK(longest < second);
  CHECK(after - before < flat);

  // The worst: a service that was off for a year has something to tell of every case.
  const auto worst = tick(filling, begin.plus_days(365));
  print("After a year off", worst);
  CHECK(worst.told > tick_cases / 2);
  CHECK(worst.most < second);
  CHECK(resident() - after < flat);
  print("A day without anything new", tick(filling, begin.plus_days(365)));
}

}  // namespace
}  // namespace review::bench
