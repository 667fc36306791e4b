#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/counted_year.hpp"

/// A case that is brought in counts in the years in which its days fell, not in that of bringing it in.
namespace review::test {
namespace {

constexpr const char* brought_on = "2026-06-15";

std::string brought_in(const char* kind, const char* stage, const char* outcome, const std::string& days) {
  return fmt::format(
      "{{'caseBroughtIn':{{'kind':'{}','stageAsAt':'{}','harm':'DEATH','abuseOrNeglect':'KNOWN'{},'knownDates':[{}]}}}"
      "}",
      kind, stage, outcome, days);
}

/// A case whose row tells every day, in the stage that it had come to.
void add_told(CountedYear& year, const char* stage) {
  year.begin(brought_on)
      .must(
          brought_in("LIVE", stage, ",'outcome':'LCSPR'",
                     "{'kind':'panel-notified','on':'2021-05-04'},{'kind':'rapid-review-submitted','on':'2021-05-24'},"
                     "{'kind':'rapid-review-decided','on':'2021-05-20'},"
                     "{'kind':'review-commissioned','on':'2021-06-07'},"
                     "{'kind':'report-accepted','on':'2022-05-09'},{'kind':'report-published','on':'2023-06-05'}"));
}

std::vector<FigureTable> year_from(const CountedYear& year, int from) {
  return year.pack(fmt::format("{}-04-01", from), fmt::format("{}-03-31", from + 1), "2026-12-01");
}

}  // namespace

TEST_CASE("A case that was brought in counts in its own years, also when it is closed", "[unit]") {
  for (const char* stage : {"PUBLISHED", "ACTIONS", "CLOSED"}) {
    INFO(stage);
    CountedYear year;
    add_told(year, stage);
    const auto began = year_from(year, 2021);
    CHECK(number_in(began, "routes", "notified") == 1);
    CHECK(number_in(began, "rapid-reviews", "in-time") == 1);
    CHECK(number_in(began, "decisions", "lcspr", "first") == 1);
    CHECK(number_in(began, "reviews", "in-progress", "statutory") == 1);
    CHECK(number_in(year_from(year, 2020), "reviews", "all") == 0);
    CHECK(number_in(year_from(year, 2022), "reviews", "accepted", "statutory") == 1);
    CHECK(number_in(year_from(year, 2023), "reviews", "published", "statutory") == 1);
    const auto after = year_from(year, 2024);
    CHECK(number_in(after, "reviews", "all") == 0);
    const auto entered = year_from(year, 2026);
    CHECK(number_in(entered, "routes", "all") == 0);
    CHECK(number_in(entered, "reviews", "all") == 0);
    CHECK(number_in(entered, "rapid-reviews", "all") == 0);
  }
}

TEST_CASE("A review that was over when its case came counts in no year that nobody knows", "[unit]") {
  CountedYear year;
  year.begin(brought_on)
      .must(brought_in("LIVE", "PUBLISHED", ",'outcome':'LCSPR'", "{'kind':'report-accepted','on':'2022-05-09'}"));
  CHECK(number_in(year_from(year, 2021), "reviews", "all") == 0);
  CHECK(number_in(year_from(year, 2022), "reviews", "accepted", "statutory") == 1);
  CHECK(number_in(year_from(year, 2023), "reviews", "all") == 0);
  CHECK(number_in(year_from(year, 2026), "reviews", "all") == 0);
}

TEST_CASE("A serious case review counts as published in the year in which it was", "[unit]") {
  CountedYear year;
  year.begin(brought_on)
      .must(brought_in("SERIOUS_CASE_REVIEW", "CLOSED", "",
                       "{'kind':'review-commissioned','on':'2017-02-06'},"
                       "{'kind':'report-published','on':'2019-05-13'}"));
  CHECK(number_in(year_from(year, 2018), "reviews", "in-progress", "serious-case-review") == 1);
  CHECK(number_in(year_from(year, 2019), "reviews", "published", "serious-case-review") == 1);
  CHECK(number_in(year_from(year, 2020), "reviews", "all") == 0);
}

TEST_CASE("A case that was brought in before its notification began when it was logged", "[unit]") {
  CountedYear year;
  year.begin(brought_on).must(brought_in("LIVE", "LOGGED", "", "{'kind':'incident-logged','on':'2026-03-30'}"));
  CHECK(number_in(year_from(year, 2025), "routes", "brought-in") == 1);
  CHECK(number_in(year_from(year, 2026), "routes", "all") == 0);
}

}  // namespace review::test
