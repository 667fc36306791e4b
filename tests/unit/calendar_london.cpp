#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>

#include "libreview/calendar/london.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using testing::on;

/// Sets TZ for as long as it lives.
class LocalTime {
 public:
  explicit LocalTime(const char* zone) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    setenv("TZ", zone, 1);
    tzset();
  }
  LocalTime(const LocalTime&) = delete;
  LocalTime& operator=(const LocalTime&) = delete;
  ~LocalTime() {
    if (before_) {
      setenv("TZ", before_->c_str(), 1);
    } else {
      unsetenv("TZ");
    }
    tzset();
  }

 private:
  std::optional<std::string> before_;
};

TEST_CASE("the London day of an instant is the one in the table", "[vectors][calendar]") {
  const auto table = testing::rows("london.tsv", "instant\tday\tbecause");
  CHECK(table.size() >= 80);
  for (const auto& [line, cells] : table) {
    INFO(line);
    const auto instant = parse_instant(cells[0]);
    REQUIRE(instant);
    CHECK(london_day(*instant).iso() == cells[1]);
  }
}

TEST_CASE("the London day agrees with the zone database in every hour from 1996 to 2037", "[vectors][calendar]") {
  if (!std::filesystem::exists("/usr/share/zoneinfo/Europe/London")) {
    WARN("skipped: this machine has no zone database");
    return;
  }
  const LocalTime london("Europe/London");
  const Instant end = on("2038-01-01").days();
  int hours_compared = 0;
  for (Instant instant = on("1996-01-01").days(); instant < end; instant += hours{1}, ++hours_compared) {
    for (const Instant moment : {instant, instant + hours{1} - milliseconds{1}}) {
      const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
      std::tm local{};
      if (localtime_r(&seconds, &local) == nullptr) FAIL("no local time for " << rfc3339(moment));
      const Date day = london_day(moment);
      if (day.year() != local.tm_year + 1900 || static_cast<int>(day.month()) != local.tm_mon + 1 ||
          static_cast<int>(day.day()) != local.tm_mday) {
        FAIL(rfc3339(moment) << " is not " << day.iso());
      }
    }
  }
  CHECK(hours_compared == on("1996-01-01").days_until(on("2038-01-01")) * 24);
}

TEST_CASE("a London day begins where the day before ends", "[unit][calendar]") {
  for (Date day = on("1996-01-01"); day <= on("2060-12-31"); day = day.plus_days(1)) {
    const Instant start = start_of_london_day(day);
    if (london_day(start) != day || london_day(start - milliseconds{1}) != day.plus_days(-1)) {
      FAIL(day.iso() << " does not begin at " << rfc3339(start));
    }
  }
  SUCCEED();
}

TEST_CASE("a day is 23 hours long in spring and 25 in autumn", "[unit][calendar]") {
  const auto length = [](std::string_view day) {
    return start_of_london_day(on(day).plus_days(1)) - start_of_london_day(on(day));
  };
  CHECK(length("2026-03-28") == hours{24});
  CHECK(length("2026-03-29") == hours{23});
  CHECK(length("2026-10-24") == hours{24});
  CHECK(length("2026-10-25") == hours{25});
  CHECK(rfc3339(start_of_london_day(on("2026-07-01"))) == "2026-06-30T23:00:00.000Z");
  CHECK(rfc3339(start_of_london_day(on("2026-01-01"))) == "2026-01-01T00:00:00.000Z");
}

TEST_CASE("the time of day is that of the clock on the wall, also when the clocks change", "[unit]") {
  const auto at = [](const char* instant) { return london_time(*parse_instant(instant)); };
  CHECK(at("2026-01-05T09:30:00Z") == "09:30");
  CHECK(at("2026-07-06T09:30:59Z") == "10:30");
  CHECK(at("2026-03-29T00:59:00Z") == "00:59");
  CHECK(at("2026-03-29T01:00:00Z") == "02:00");
  CHECK(at("2026-10-25T00:30:00Z") == "01:30");
  CHECK(at("2026-10-25T01:30:00Z") == "01:30");
  CHECK(at("2026-10-25T02:30:00Z") == "02:30");
  CHECK(at("2026-07-05T23:05:00Z") == "00:05");
}

}  // namespace
}  // namespace review
