#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "libreview/calendar/counting.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

using testing::on;

std::string told(const Count& counted) {
  std::string lines;
  for (const auto& [date, is_counted, day, why] : counted.working) {
    lines += date.words() + " | " + std::to_string(day) + (is_counted ? " | counted | " : " | - | ") + why + "\n";
  }
  return lines;
}

TEST_CASE("five working days from Maundy Thursday 2026, day by day", "[unit][calendar]") {
  const auto counted = count(on("2026-04-02"), 5, Unit::working_days, Counting::day_after, england_and_wales());
  REQUIRE(counted);
  CHECK(told(*counted) ==
        "Thu 2 April 2026 | 0 | - | day 0: the count starts on the day after\n"
        "Fri 3 April 2026 | 0 | - | Good Friday (bank holiday)\n"
        "Sat 4 April 2026 | 0 | - | Saturday\n"
        "Sun 5 April 2026 | 0 | - | Sunday\n"
        "Mon 6 April 2026 | 0 | - | Easter Monday (bank holiday)\n"
        "Tue 7 April 2026 | 1 | counted | working day\n"
        "Wed 8 April 2026 | 2 | counted | working day\n"
        "Thu 9 April 2026 | 3 | counted | working day\n"
        "Fri 10 April 2026 | 4 | counted | working day\n"
        "Sat 11 April 2026 | 4 | - | Saturday\n"
        "Sun 12 April 2026 | 4 | - | Sunday\n"
        "Mon 13 April 2026 | 5 | counted | working day\n");
}

TEST_CASE("the same day counts as day 1 only if it is a working day", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  CHECK(told(*count(on("2026-04-02"), 1, Unit::working_days, Counting::same_day, calendar)) ==
        "Thu 2 April 2026 | 1 | counted | working day\n");
  CHECK(told(*count(on("2026-03-14"), 1, Unit::working_days, Counting::same_day, calendar)) ==
        "Sat 14 March 2026 | 0 | - | Saturday\n"
        "Sun 15 March 2026 | 0 | - | Sunday\n"
        "Mon 16 March 2026 | 1 | counted | working day\n");
}

TEST_CASE("counting back runs down from the day itself", "[unit][calendar]") {
  CHECK(told(*count(on("2026-04-07"), -2, Unit::working_days, Counting::day_after, england_and_wales())) ==
        "Tue 7 April 2026 | 0 | - | day 0: the count goes back from the day before\n"
        "Mon 6 April 2026 | 0 | - | Easter Monday (bank holiday)\n"
        "Sun 5 April 2026 | 0 | - | Sunday\n"
        "Sat 4 April 2026 | 0 | - | Saturday\n"
        "Fri 3 April 2026 | 0 | - | Good Friday (bank holiday)\n"
        "Thu 2 April 2026 | -1 | counted | working day\n"
        "Wed 1 April 2026 | -2 | counted | working day\n");
}

TEST_CASE("months show every step, and say where a month is too short", "[unit][calendar]") {
  CHECK(told(*count(on("2026-12-31"), 2, Unit::months, Counting::day_after, england_and_wales())) ==
        "Thu 31 December 2026 | 0 | - | the day that the months are counted from\n"
        "Sun 31 January 2027 | 1 | counted | 1 month after, the corresponding day\n"
        "Sun 28 February 2027 | 2 | counted | 2 months after; February has no day 31, so its last day\n");
}

TEST_CASE("calendar days count every day and name those that are no working days", "[unit][calendar]") {
  CHECK(told(*count(on("2026-04-02"), 2, Unit::calendar_days, Counting::day_after, england_and_wales())) ==
        "Thu 2 April 2026 | 0 | - | day 0: the count starts on the day after\n"
        "Fri 3 April 2026 | 1 | counted | calendar day; Good Friday (bank holiday)\n"
        "Sat 4 April 2026 | 2 | counted | calendar day; Saturday\n");
}

TEST_CASE("the refusal says what was asked, which day it needs and how far the data reaches", "[unit][calendar]") {
  const auto counted = count(on("2030-12-30"), 5, Unit::working_days, Counting::day_after, england_and_wales());
  REQUIRE_FALSE(counted);
  CHECK(counted.error().says ==
        "Counting 5 working days from Mon 30 December 2030 needs Wed 1 January 2031, but the england-and-wales bank "
        "holidays are known only from Fri 1 January 2010 to Tue 31 December 2030.");
}

TEST_CASE("a partnership's closure moves a working-day count and no other", "[unit][calendar]") {
  const Calendar calendar =
      england_and_wales().with_closures({{on("2026-12-29"), "Christmas shutdown", "closure", "partnership"}});
  CHECK(count(on("2026-12-24"), 1, Unit::working_days, Counting::day_after, calendar)->due == on("2026-12-30"));
  CHECK(count(on("2026-12-24"), 5, Unit::calendar_days, Counting::day_after, calendar)->due == on("2026-12-29"));
}

TEST_CASE("counting forward and counting the days between agree, from every day of the data", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  int starts = 0;
  for (Date from = on("2010-01-04"); from <= on("2030-11-01"); from = from.plus_days(1), ++starts) {
    for (const int length : {1, 5, 15}) {
      const Date due = count(from, length, Unit::working_days, Counting::day_after, calendar)->due;
      const auto between = working_days_between(from, due, calendar);
      if (!between || *between != length || !calendar.working(due)) FAIL(length << " from " << from.iso());
    }
  }
  CHECK(starts > 7000);
}

TEST_CASE("counting back from a working day undoes counting forward", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  for (Date from = on("2010-02-01"); from <= on("2030-11-01"); from = from.plus_days(1)) {
    if (!calendar.working(from)) continue;
    const Date due = count(from, 7, Unit::working_days, Counting::day_after, calendar)->due;
    if (count(due, -7, Unit::working_days, Counting::day_after, calendar)->due != from) FAIL(from.iso());
    if (count(from, 8, Unit::working_days, Counting::same_day, calendar)->due != due) FAIL(from.iso());
  }
  SUCCEED();
}

TEST_CASE("a later start is never due earlier", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  for (const Counting counting : {Counting::day_after, Counting::same_day}) {
    for (const Unit unit : {Unit::working_days, Unit::calendar_days, Unit::months}) {
      Date before = calendar.first();
      for (Date from = calendar.first(); from <= on("2030-05-01"); from = from.plus_days(1)) {
        const Date due = count(from, 6, unit, counting, calendar)->due;
        if (due < before) FAIL(from.iso());
        before = due;
      }
    }
  }
  SUCCEED();
}

TEST_CASE("working days between leaves out the first day, takes the last, and never runs backwards",
          "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  CHECK(*working_days_between(on("2026-04-02"), on("2026-04-13"), calendar) == 5);
  CHECK(*working_days_between(on("2026-04-13"), on("2026-04-13"), calendar) == 0);
  CHECK(*working_days_between(on("2026-04-13"), on("2026-04-02"), calendar) == 0);
  CHECK(*working_days_between(on("2009-12-31"), on("2010-01-04"), calendar) == 1);
  CHECK(working_days_between(on("2030-12-30"), on("2031-01-02"), calendar).error().code == Code::beyond_calendar);
  CHECK(working_days_between(on("2009-12-30"), on("2010-01-04"), calendar).error().code == Code::beyond_calendar);
}

TEST_CASE("months after is the corresponding day, or the last of a shorter month", "[unit][calendar]") {
  for (Date from = on("2023-01-01"); from <= on("2028-12-31"); from = from.plus_days(1)) {
    for (int months = -30; months <= 30; ++months) {
      const Date due = months_after(from, months);
      const int apart =
          (due.year() - from.year()) * 12 + static_cast<int>(due.month()) - static_cast<int>(from.month());
      const bool corresponding = due.day() == from.day();
      const bool last_of_shorter = due.day() < from.day() && due.plus_days(1).day() == 1;
      if (apart != months || !(corresponding || last_of_shorter)) FAIL(from.iso() << " and " << months);
    }
  }
  CHECK(months_after(on("2026-08-31"), 6) == on("2027-02-28"));
}

TEST_CASE("units and conventions are found by the names they travel under", "[unit][calendar]") {
  for (const Unit unit : {Unit::working_days, Unit::calendar_days, Unit::months}) {
    CHECK(find_unit(unit_name(unit)) == unit);
  }
  for (const Counting counting : {Counting::day_after, Counting::same_day}) {
    CHECK(find_counting(counting_name(counting)) == counting);
  }
  CHECK(unit_name(Unit::working_days) == "working-days");
  CHECK(counting_name(Counting::day_after) == "day-after");
  CHECK_FALSE(find_unit("weeks"));
  CHECK_FALSE(find_counting("DAY_AFTER"));
}

}  // namespace
}  // namespace review
