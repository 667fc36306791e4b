#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <tuple>

#include "libreview/law/bank_holidays.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

using testing::on;

/// Easter Sunday by the Anonymous Gregorian computus (Nature, 20 April 1876).
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  return Date{std::chrono::year{year} / (n / 31) / (n % 31 + 1)};
}

const BankHoliday* holiday_on(const Calendar& calendar, Date day) {
  const auto found = std::ranges::find(calendar.holidays(), day, &BankHoliday::date);
  return found == calendar.holidays().end() ? nullptr : &*found;
}

TEST_CASE("the calendar compiled in is the file, 2010 to 2030", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  CHECK(calendar.name() == "england-and-wales");
  CHECK(calendar.first() == on("2010-01-01"));
  CHECK(calendar.last() == on("2030-12-31"));
  const auto read = read_calendar(testing::source_file("libreview/law/bank-holidays/england-and-wales.toml"));
  REQUIRE(read);
  const auto same = [](const BankHoliday& a, const BankHoliday& b) {
    return std::tie(a.date, a.name, a.kind, a.source) == std::tie(b.date, b.name, b.kind, b.source);
  };
  CHECK(std::ranges::equal(read->holidays(), calendar.holidays(), same));
}

TEST_CASE("every year has eight bank holidays, and those of one year alone", "[unit][calendar]") {
  std::map<int, int> by_year;
  const Calendar calendar = england_and_wales();
  for (const BankHoliday& holiday : calendar.holidays()) ++by_year[holiday.date.year()];
  const std::map<int, int> extra{{2011, 1}, {2012, 1}, {2022, 2}, {2023, 1}};
  for (int year = 2010; year <= 2030; ++year) {
    CAPTURE(year);
    CHECK(by_year[year] == 8 + (extra.contains(year) ? extra.at(year) : 0));
  }
}

TEST_CASE("Good Friday and Easter Monday lie around the computed Easter", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  CHECK(easter(2026) == on("2026-04-05"));
  for (int year = 2010; year <= 2030; ++year) {
    CAPTURE(year);
    CHECK(calendar.why(easter(year).plus_days(-2)) == "Good Friday (bank holiday)");
    CHECK(calendar.why(easter(year).plus_days(1)) == "Easter Monday (bank holiday)");
  }
}

TEST_CASE("every moved and one-off day is there with its proclamation, and no other", "[unit][calendar]") {
  const std::map<std::string, std::string> expected{
      {"2011-04-29", "proclamation-2011"}, {"2012-06-04", "proclamation-2012"}, {"2012-06-05", "proclamation-2012"},
      {"2020-05-08", "proclamation-2020"}, {"2022-06-02", "proclamation-2022"}, {"2022-06-03", "proclamation-2022"},
      {"2022-09-19", "proclamation-2022"}, {"2023-05-08", "proclamation-2023"}};
  std::map<std::string, std::string> found;
  const Calendar calendar = england_and_wales();
  for (const BankHoliday& holiday : calendar.holidays()) {
    if (holiday.kind == "moved" || holiday.kind == "one-off") found[holiday.date.iso()] = holiday.source;
  }
  CHECK(found == expected);
  for (const auto* moved_away : {"2012-05-28", "2020-05-04", "2022-05-30"}) {
    CAPTURE(moved_away);
    CHECK(calendar.working(on(moved_away)));
  }
}

TEST_CASE("a holiday on a weekend is given on the next free weekday", "[unit][calendar]") {
  const Calendar calendar = england_and_wales();
  for (const auto* day : {"2010-12-27", "2010-12-28", "2011-01-03", "2011-12-27", "2012-01-02", "2015-12-28",
                          "2016-12-27", "2017-01-02", "2020-12-28", "2021-12-27", "2021-12-28", "2022-01-03",
                          "2022-12-27", "2023-01-02", "2026-12-28", "2027-12-27", "2027-12-28", "2028-01-03"}) {
    CAPTURE(day);
    const BankHoliday* holiday = holiday_on(calendar, on(day));
    REQUIRE(holiday != nullptr);
    CHECK(holiday->kind == "substitute");
  }
  CHECK(std::ranges::count(calendar.holidays(), "substitute", &BankHoliday::kind) == 18);
}

TEST_CASE("a bank-holiday file with a fault is refused with its line", "[unit][calendar]") {
  const std::string head = "name = \"example\"\nfirst = 2026-01-01\nlast = 2026-12-31\n";
  const std::string good = "{ date = 2026-04-03, name = \"Good Friday\", kind = \"standing\", source = \"list\" }";
  struct Fault {
    std::string text, says;
  };
  for (const auto& [text, says] :
       {Fault{"name = ", "Line 1"}, Fault{"first = 2026-01-01", "'name'"},
        Fault{"name = \"example\"\nfirst = \"2026-01-01\"", "Line 2: 'first' must be a date"},
        Fault{head, "'holidays'"}, Fault{head + "holidays = []", "'holidays'"}, Fault{head + "holidays = 3", "Line 4"},
        Fault{head + "holidays = [3]", "Line 4"}, Fault{head + "holydays = []", "Line 4: 'holydays' is not known"},
        Fault{head + "holidays = [ { date = 2026-02-30 } ]", "Line 4"},
        Fault{head + "holidays = [\n{ date = 2026-04-03, name = \"Good Friday\" } ]", "Line 5: 'kind'"},
        Fault{head + "holidays = [\n{ date = 2026-04-03, name = \"a\", kind = \"usual\", source = \"b\" } ]", "Line 5"},
        Fault{head + "holidays = [\n{ date = 2026-04-03, name = \"a\", kind = \"moved\", source = \"\" } ]",
              "'source'"},
        Fault{head + "holidays = [\n{ date = 2026-04-04, name = \"a\", kind = \"moved\", source = \"b\" } ]",
              "weekend"},
        Fault{head + "holidays = [\n{ date = 2027-04-02, name = \"a\", kind = \"moved\", source = \"b\" } ]", "within"},
        Fault{head + "holidays = [\n" + good + ",\n" + good + " ]", "Line 6: Fri 3 April 2026 is repeated"}}) {
    CAPTURE(text);
    const auto calendar = read_calendar(text);
    REQUIRE_FALSE(calendar);
    CHECK(calendar.error().code == Code::malformed);
    CHECK_THAT(calendar.error().says, Catch::Contains(says) && Catch::StartsWith("Line "));
  }
  CHECK(read_calendar(head + "holidays = [ " + good + " ]"));
}

TEST_CASE("closures of a partnership are read day by day", "[unit][calendar]") {
  const auto closures = read_closures(
      "[[closure]]\ndate = 2026-12-29\nthrough = 2026-12-31\nname = \"Christmas shutdown\"\n"
      "[[closure]]\ndate = 2026-07-03\nname = \"Office move\"\nsource = \"board\"\n");
  REQUIRE(closures);
  REQUIRE(closures->size() == 4);
  CHECK(closures->at(2).date == on("2026-12-31"));
  CHECK(closures->at(2).kind == "closure");
  CHECK(closures->at(2).source == "partnership");
  CHECK(closures->at(3).source == "board");
  CHECK(england_and_wales().with_closures(*closures).why(on("2026-12-30")) == "Partnership closed: Christmas shutdown");
  CHECK(read_closures("")->empty());
}

TEST_CASE("a closure file with a fault is refused with its line", "[unit][calendar]") {
  for (const std::string_view text :
       {"closure = 3", "[[closures]]\ndate = 2026-12-29\nname = \"a\"", "[[closure]]\nname = \"a\"",
        "[[closure]]\ndate = 2026-12-29", "[[closure]]\ndate = 2026-12-29\nname = \"a\"\nkind = \"closure\"",
        "[[closure]]\ndate = 2026-12-29\nthrough = 2026-12-28\nname = \"a\"",
        "[[closure]]\ndate = 2026-12-01\nthrough = 2027-12-01\nname = \"a\""}) {
    CAPTURE(text);
    const auto closures = read_closures(text);
    REQUIRE_FALSE(closures);
    CHECK_THAT(closures.error().says, Catch::StartsWith("Line "));
  }
}

}  // namespace
}  // namespace review
