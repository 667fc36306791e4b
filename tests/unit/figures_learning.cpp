#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "libreview/figures/suppress.hpp"
#include "tests/support/counted_year.hpp"

/// What the yearly report tells of themes, recommendations and actions.
namespace review::test {
namespace {

std::string found(const char* theme, const char* more) {
  return fmt::format("{{'learningCaptured':{{'findings':[{{'finding':'x','themes':['{}']{}}}]}}}}", theme, more);
}

}  // namespace

TEST_CASE("A theme that came again is told apart from one that is new, and each by what found it", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2026-03-02").reviewed("LCSPR");
  one.on("2026-04-02").must(found("neglect", ",'source':'MULTI_AGENCY_AUDIT','foundOn':'2025-06'"));
  one.must(found("neglect", ",'source':'INSPECTION'"));
  one.must(found("babies", ",'source':'INSPECTION','foundOn':'2026-03','foundUntil':'2026-04-02'"));
  one.must(found("young-carers", ",'foundOn':'2025'"));
  const auto pack = year.pack("2026-04-01", "2026-12-31", "2026-12-31");
  INFO(written(pack));
  CHECK(table_in(pack, "repeats").rows.size() == 1);
  CHECK(number_in(pack, "repeats", "neglect", "period") == 1);
  CHECK(number_in(pack, "repeats", "neglect", "before") == 1);
  CHECK(number_in(pack, "themes", "babies", "period") == 1);
  CHECK(number_in(pack, "themes", "young-carers", "before") == 1);
  CHECK(number_in(pack, "theme-sources", "neglect", "inspection") == 1);
  CHECK(number_in(pack, "theme-sources", "babies") == 1);
  CHECK(table_in(pack, "theme-sources").rows.size() == 2);
  CHECK(table_in(pack, "themes").rows.front().title == "Babies");
}

TEST_CASE("A theme may say of a child what it is, so a small number of it is not published", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2026-03-02").reviewed("LCSPR");
  one.on("2026-04-02").must(found("babies", ",'source':'INSPECTION','foundOn':'2026-04-02'"));
  one.must(found("babies", ",'source':'INSPECTION','foundOn':'2025-04-02'"));
  const auto hidden =
      suppress(year.pack("2026-04-01", "2026-12-31", "2026-12-31"), law().figures().small.front().below);
  CHECK(hidden_in(hidden, {"themes", "babies", "period"}) == Hidden::small);
  CHECK(hidden_in(hidden, {"repeats", "babies", "before"}) == Hidden::small);
  CHECK(hidden_in(hidden, {"theme-sources", "babies", "inspection"}) == Hidden::small);
}

TEST_CASE("From the reports of two years nobody takes what one of them left out", "[unit]") {
  CountedYear year;
  const auto add = [&](const char* day, int times) {
    for (int i = 0; i < times; ++i)
      year.begin("2026-03-02").reviewed("LCSPR").must(found("babies", fmt::format(",'foundOn':'{}'", day).c_str()));
  };
  add("2023-06-01", 6);
  add("2024-06-03", 2);
  add("2025-06-02", 7);
  const int below = law().figures().small.front().below;
  const auto first = year.pack("2024-04-01", "2025-03-31", "2026-12-31");
  const auto second = year.pack("2025-04-01", "2026-03-31", "2026-12-31");
  const auto hidden = suppress(first, below);
  const auto hidden_second = suppress(second, below);
  for (const std::string table : {"themes", "repeats"}) {
    // What is found before the second year, without what is found before the first, is the 2 that the first leaves out.
    REQUIRE(number_in(second, table, "babies", "before") - number_in(first, table, "babies", "before") == 2);
    CHECK(hidden_in(hidden, {table, "babies", "period"}) == Hidden::small);
    CHECK_FALSE((hidden_in(hidden, {table, "babies", "before"}) == Hidden::no &&
                 hidden_in(hidden_second, {table, "babies", "before"}) == Hidden::no));
    // The number of the year itself is told where it is not small.
    CHECK(hidden_in(hidden_second, {table, "babies", "period"}) == Hidden::no);
  }
}

TEST_CASE("A theme that is in both tables of themes tells no small change by one of them", "[unit]") {
  CountedYear year;
  const auto add = [&](const char* day, const char* on) {
    year.begin("2026-03-02")
        .reviewed("LCSPR")
        .on(on)
        .must(found("babies", fmt::format(",'foundOn':'{}'", day).c_str()));
  };
  for (int i = 0; i < 6; ++i) add("2024-06-03", "2026-04-02");
  // Later one more is recorded, and that it had been found before.
  add("2024-06-04", "2026-05-06");
  add("2023-06-01", "2026-05-06");
  const int below = law().figures().small.front().below;
  const auto earlier = year.pack("2024-04-01", "2025-03-31", "2026-04-30");
  const std::vector<PublishedPack> before{{earlier, suppress(earlier, below)}};
  REQUIRE(hidden_in(before.front().hidden, {"themes", "babies", "period"}) == Hidden::no);
  const auto hidden = suppress(year.pack("2024-04-01", "2025-03-31", "2026-06-01"), below, before);
  // 7 beside 6 would tell that there is one.
  CHECK(hidden_in(hidden, {"themes", "babies", "period"}) != Hidden::no);
  CHECK(hidden_in(hidden, {"repeats", "babies", "period"}) != Hidden::no);
}

TEST_CASE("Recommendations are counted once for each body, by its answer on the last day", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2026-03-02").reviewed("LCSPR");
  one.on("2026-04-02")
      .must("{'recommendationMade':{'text':'x','to':['POLICE','city-hospital'],'kind':'MULTI_AGENCY'}}");
  one.must("{'recommendationMade':{'text':'y'}}");
  one.on("2026-04-20")
      .must("{'recommendationAnswered':{'recommendation':'recommendation-1','by':'POLICE','answer':'ACCEPTED'}}");
  one.on("2026-05-20")
      .must(
          "{'recommendationAnswered':{'recommendation':'recommendation-1','by':'city-hospital','answer':'REJECTED',"
          "'reasons':'Invented.'}}");
  const auto april = year.pack("2026-04-01", "2026-04-30", "2026-06-01");
  CHECK(number_in(april, "recommendations", "accepted", "multi-agency") == 1);
  CHECK(number_in(april, "recommendations", "awaited", "multi-agency") == 1);
  CHECK(number_in(april, "recommendations", "to-nobody", "not-recorded") == 1);
  CHECK(number_in(april, "recommendations", "all") == 3);
  const auto may = year.pack("2026-04-01", "2026-05-31", "2026-06-01");
  CHECK(number_in(may, "recommendations", "rejected") == 1);
  CHECK(number_in(year.pack("2026-05-01", "2026-05-31", "2026-06-01"), "recommendations", "all") == 0);
}

TEST_CASE("Actions are counted by how far they had reached, and what was shown in the period to have changed",
          "[unit]") {
  CountedYear year;
  auto& one = year.begin("2026-03-02").reviewed("LCSPR");
  one.on("2026-04-02").must("{'actionAgreed':{'action':'a','owner':'POLICE','dueOn':'2026-12-01'}}");
  one.must("{'actionAgreed':{'action':'b','owner':'POLICE','dueOn':'2026-12-01'}}");
  one.must("{'immediateActionTaken':{'what':'x','by':'POLICE'}}");
  one.on("2026-04-20").must("{'actionUpdated':{'action':'a','progress':'COMPLETE','reached':'DONE'}}");
  one.on("2026-05-20")
      .must("{'actionUpdated':{'action':'a','progress':'COMPLETE','reached':'CHANGED','evidence':'Invented.'}}");
  one.must("{'actionRechecked':{'action':'a','finding':'NOT_CHANGED','evidence':'Invented.'}}");
  const auto april = year.pack("2026-04-01", "2026-04-30", "2026-06-01");
  INFO(written(april));
  CHECK(number_in(april, "impact", "done", "complete") == 1);
  CHECK(number_in(april, "impact", "not-recorded", "open") == 1);
  CHECK(number_in(april, "impact", "all") == 3);
  CHECK(number_in(april, "actions", "complete", "in-time") == 2);
  CHECK(number_in(april, "changed", "changed") == 0);
  const auto may = year.pack("2026-05-01", "2026-05-31", "2026-06-01");
  CHECK(number_in(may, "changed", "again-not-changed") == 1);
  // Complete before the period, and no action of it.
  CHECK(number_in(may, "impact", "all") == 1);
}

TEST_CASE("A correction of an earlier notification is told too", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2022-05-23");
  one.must(incident_on("2022-05-09", "SERIOUS_HARM", "SUSPECTED", ",'children':[{'pseudonym':'Child A'}]"));
  const auto sent = one.must("{'occurredOn':'2022-05-23','panelNotified':{'reference':'N-1'}}");
  one.on("2022-05-24").must("{'notificationWithdrawn':{'reasons':'Invented.'}}");
  // Its clock runs anew.
  one.on("2022-05-25")
      .must(
          "{'circumstancesChanged':{'on':'2022-05-25','children':[{'child':'child-1','abuseOrNeglect':'SUSPECTED'}]}}");
  one.on("2022-05-30")
      .must(fmt::format(
          "{{'entryCorrected':{{'entry':'{}','reason':'The receipt says so.','replacement':{{'occurredOn':'2022-05-12',"
          "'panelNotified':{{'reference':'N-1'}}}}}}}}",
          sent));
  const auto pack = year.pack("2022-04-01", "2023-03-31", "2022-05-30");
  CHECK(number_in(pack, "corrections", "late-to-in-time") == 1);
  CHECK(table_in(pack, "corrections").remarks.size() == 1);
}

}  // namespace review::test
