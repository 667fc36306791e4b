#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/small_case.hpp"

/// The age of a child, where an entry gives the birth instead.
namespace review::test {
namespace {

/// An incident on a day, with facts of its only child.
std::string happened_on(const std::string& day, const std::string& child) {
  return fmt::format(
      "{{'incidentLogged':{{'incidentOn':'{}','localAuthorityAwareOn':'2026-03-02','harm':'DEATH',"
      "'abuseOrNeglect':'SUSPECTED','children':[{{{}}}]}}}}",
      day, child);
}

/// `7`, `0 and 6 weeks`, `6 weeks`, `unborn` or `not known`.
std::string age_of(const SmallCase& one) {
  const auto& child = one.file().children(0);
  std::string says = child.has_age_years() ? std::to_string(child.age_years()) : std::string();
  if (child.has_age_weeks())
    says += fmt::format("{}{} weeks", says.empty() ? std::string_view() : " and ", child.age_weeks());
  if (child.unborn()) says += says.empty() ? "unborn" : " unborn";
  return says.empty() ? "not known" : says;
}

TEST_CASE("Where a child's age is not told, it follows from the birth and the day of the incident", "[unit]") {
  struct Row {
    const char* incident_on;
    const char* child;
    const char* age;
  };
  const Row rows[] = {
      {"2026-03-01", "'bornOn':'2018-03-01'", "8"},
      {"2026-03-01", "'bornOn':'2018-03-02'", "7"},
      {"2026-03-01", "'bornOn':'2018'", "not known"},
      {"2026-03-01", "'bornOn':'2018-02'", "8"},
      {"2026-02", "'bornOn':'2018-03-02'", "7"},
      {"2026-03-01", "'bornOn':'2026-01-18'", "0 and 6 weeks"},
      {"2026-03-01", "'bornOn':'2025-09'", "0"},
      {"2026-03-01", "'bornOn':'2025-03-01'", "1"},
      {"2026-03-01", "'bornOn':'2018-03-01','ageYears':9", "9"},
      {"2026-03-01", "'bornOn':'2026-01-18','ageWeeks':5", "5 weeks"},
      {"2026-03-01", "'bornOn':'2026-02-20','unborn':true", "unborn"},
      {"2026-03-01", "'bornOn':'2026-04-20'", "not known"},
      // More than the schema takes as an age: a slip.
      {"2026-03-01", "'bornOn':'1903-03-01'", "not known"},
  };
  for (const auto& row : rows) {
    INFO(row.incident_on << " " << row.child);
    SmallCase one;
    one.must(happened_on(row.incident_on, row.child));
    CHECK(age_of(one) == row.age);
  }
}

TEST_CASE("Without a day of the incident a birth tells no age", "[unit]") {
  SmallCase one;
  one.must("{'learningReferred':{'referredBy':'police','concern':'x','children':[{'bornOn':'2018-03-01'}]}}");
  CHECK(age_of(one) == "not known");
}

TEST_CASE("A birth that is known later tells the age at the incident, unless the case has one", "[unit]") {
  const char* born = "{'circumstancesChanged':{'on':'2026-06-01','children':[{'bornOn':'2018-04-01'}]}}";
  SmallCase one;
  one.must(happened_on("2026-03-01", "'pseudonym':'Child A'"));
  one.on("2026-06-01").must(born);
  CHECK(age_of(one) == "7");
  SmallCase told;
  told.must(happened_on("2026-03-01", "'ageYears':9"));
  told.on("2026-06-01").must(born);
  CHECK(age_of(told) == "9");
  SmallCase unborn;
  unborn.must(happened_on("2026-03-01", "'unborn':true"));
  unborn.on("2026-06-01").must("{'circumstancesChanged':{'on':'2026-06-01','children':[{'bornOn':'2026-02-28'}]}}");
  CHECK(age_of(unborn) == "unborn");
}

TEST_CASE("A correction of the day of the incident gives the age on that day", "[unit]") {
  SmallCase one;
  const auto logged = one.must(happened_on("2026-03-01", "'bornOn':'2018-03-01'"));
  one.must(fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'x','replacement':{}}}}}", logged,
                       happened_on("2026-02-28", "'bornOn':'2018-03-01'")));
  CHECK(age_of(one) == "7");
}

TEST_CASE(
    "A correction that sends the old age with another birth or day has the age that follows, and a told age stays",
    "[unit]") {
  struct Row {
    const char* before;
    const char* incident_on;
    const char* after;
    const char* age;
  };
  const Row rows[] = {
      {"'bornOn':'2010-03-01'", "2026-03-01", "'bornOn':'2020-03-01','ageYears':16", "6"},
      {"'bornOn':'2018-03-01'", "2026-02-28", "'bornOn':'2018-03-01','ageYears':8", "7"},
      {"'bornOn':'2026-01-18'", "2026-03-01", "'bornOn':'2026-01-25','ageYears':0,'ageWeeks':6", "0 and 5 weeks"},
      {"'bornOn':'2018-03-01'", "2026-03-01", "'bornOn':'2018-03-01','ageYears':9", "9"},
      {"'bornOn':'2018-03-01','ageYears':9", "2026-03-01", "'bornOn':'2016-03-01','ageYears':9", "9"},
      {"'bornOn':'2018-03-01'", "2026-03-01", "'ageYears':8", "8"},
  };
  for (const auto& row : rows) {
    INFO(row.before << ", then " << row.after);
    SmallCase one;
    const auto logged = one.must(happened_on("2026-03-01", row.before));
    one.must(fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'x','replacement':{}}}}}", logged,
                         happened_on(row.incident_on, row.after)));
    CHECK(age_of(one) == row.age);
  }
}

TEST_CASE("A correction of a birth that was told later has the age that follows", "[unit]") {
  const auto born = [](const char* facts) {
    return fmt::format("{{'circumstancesChanged':{{'on':'2026-06-01','children':[{{{}}}]}}}}", facts);
  };
  SmallCase one;
  one.must(happened_on("2026-03-01", "'pseudonym':'Child A'"));
  const auto told = one.on("2026-06-01").must(born("'bornOn':'2018-04-01'"));
  one.must(fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'x','replacement':{}}}}}", told,
                       born("'bornOn':'2012-04-01','ageYears':7")));
  CHECK(age_of(one) == "13");
}

TEST_CASE("Of a care leaver who died it is the age at death", "[unit]") {
  SmallCase one;
  one.must(happened_on("2025-12-01", "'careLeaver':true,'harm':'DEATH','bornOn':'2001-02-01','diedOn':'2026-02-01'"));
  CHECK(age_of(one) == "25");
}

}  // namespace
}  // namespace review::test
