#include <catch2/catch.hpp>
#include <concepts>
#include <string>
#include <unordered_set>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

using testing::on;

template <class A, class B>
concept addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept subtractable = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept ordered = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
  a == b;
};

// A day is neither a number, nor an instant, nor a weekday: the wrong mix does not compile.
static_assert(!addable<Date, Date>);
static_assert(!addable<Date, int>);
static_assert(!addable<Date, std::chrono::days>);
static_assert(!subtractable<Date, Date>);
static_assert(!ordered<Date, std::chrono::weekday>);
static_assert(!comparable<Date, std::chrono::weekday>);
static_assert(!ordered<Date, Instant>);
static_assert(!comparable<Date, Instant>);
static_assert(!comparable<Date, PartialDate>);
static_assert(!ordered<PartialDate, PartialDate>);
static_assert(!comparable<Date, int>);
static_assert(!comparable<Date, std::string>);
static_assert(!std::convertible_to<int, Date>);
static_assert(!std::convertible_to<std::string_view, Date>);
static_assert(!std::convertible_to<std::chrono::sys_days, Date>);
static_assert(!std::convertible_to<Instant, Date>);
static_assert(!std::constructible_from<Date, Instant>);
static_assert(!std::constructible_from<Date, int>);
static_assert(!std::default_initializable<Date>);
static_assert(std::totally_ordered<Date>);
static_assert(std::is_trivially_copyable_v<Date>);

TEST_CASE("a day is read only as YYYY-MM-DD, and only if it exists", "[unit][calendar]") {
  for (const std::string_view refused : {"",           "2026",        "2026-04",     "2026-4-2",
                                         "2026-04-2",  "2026-04-02 ", " 2026-04-02", "2026-04-02T00:00:00Z",
                                         "2026/04/02", "02-04-2026",  "20260402",    "2026-04-0x",
                                         "+026-04-02", "2026-04--2",  "2026-02-29",  "2026-02-30",
                                         "2100-02-29", "1900-02-29",  "2026-04-31",  "2026-13-01",
                                         "2026-00-10", "2026-01-00",  "2026-01-32",  "1899-12-31",
                                         "2200-01-01", "0000-01-01",  "9999-12-31"}) {
    CAPTURE(refused);
    const auto date = Date::parse(refused);
    REQUIRE_FALSE(date);
    CHECK(date.error().code == Code::not_a_date);
    CHECK_FALSE(date.error().says.empty());
  }
  for (const std::string_view taken : {"1900-01-01", "2000-02-29", "2024-02-29", "2026-04-02", "2199-12-31"}) {
    CHECK(on(taken).iso() == taken);
  }
}

TEST_CASE("what was typed is not repeated unless it is a day of digits", "[unit][calendar]") {
  CHECK(Date::parse("Jane Smith").error().says.find("Smith") == std::string::npos);
  CHECK(Date::parse("2026-02-30").error().says == "There is no such day as 2026-02-30.");
}

TEST_CASE("a day tells its weekday, its words and its fields", "[unit][calendar]") {
  const Date day = on("2026-04-02");
  CHECK(day.words() == "Thu 2 April 2026");
  CHECK(day.weekday() == std::chrono::Thursday);
  CHECK(day.year() == 2026);
  CHECK(day.month() == 4);
  CHECK(day.day() == 2);
  CHECK(on("2024-02-29").words() == "Thu 29 February 2024");
  CHECK(on("2026-12-27").words() == "Sun 27 December 2026");
}

TEST_CASE("every day from 1900 to 2199 is read back as it was written, in order", "[unit][calendar]") {
  const Date last = on("2199-12-31");
  Date before = on("1900-01-01");
  int days = 1;
  for (Date day = before.plus_days(1); day <= last; day = day.plus_days(1), ++days) {
    const auto read = Date::parse(day.iso());
    if (!read || *read != day || !(before < day) || before.days_until(day) != 1 || !(before.iso() < day.iso())) {
      FAIL("not itself: " << day.iso());
    }
    before = day;
  }
  CHECK(days == 300 * 365 + 73);  // 75 years divisible by four, less 1900 and 2100
}

TEST_CASE("days are counted over leap days and back", "[unit][calendar]") {
  CHECK(on("2024-02-28").plus_days(2) == on("2024-03-01"));
  CHECK(on("2026-03-01").plus_days(-1) == on("2026-02-28"));
  CHECK(on("2026-01-01").days_until(on("2027-01-01")) == 365);
  CHECK(on("2027-01-01").days_until(on("2026-01-01")) == -365);
}

TEST_CASE("equal days have equal hashes", "[unit][calendar]") {
  const std::unordered_set<Date> days{on("2026-04-02"), on("2026-04-03"), on("2026-04-02")};
  CHECK(days.size() == 2);
  CHECK(days.contains(on("2026-04-03")));
}

}  // namespace
}  // namespace review
