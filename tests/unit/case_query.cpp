#include "reviewd/api/case_query.hpp"

#include <catch2/catch.hpp>

#include "tests/support/small_case.hpp"

namespace reviewd {
namespace {

using review::test::day;

CaseQuery read(const NameValues& parameters, std::size_t faults = 0) {
  std::vector<review::Violation> violations;
  auto query = read_case_query(parameters, violations);
  CHECK(violations.size() == faults);
  return query;
}

TEST_CASE("What the list of cases is narrowed to stands in its address, and nothing else does", "[unit]") {
  const auto query = read({{"until", "31/3/2026"},
                           {"stage", "LOGGED"},
                           {"held", "yes"},
                           {"agency", "POLICE"},
                           {"authority", "sandwell"},
                           {"from", "2026-01-05"},
                           {"due", "late"},
                           {"sort", "openedOn-desc"}});
  CHECK(address_query(query) ==
        "stage=LOGGED&authority=sandwell&agency=POLICE&due=late&held=yes&from=2026-01-05&until=2026-03-31&"
        "sort=openedOn-desc");
  CHECK(query.narrows());
  CHECK(api_filter(query, day("2026-03-17"), day("2026-03-24")) ==
        "stage=\"LOGGED\" AND localAuthority=\"sandwell\" AND agency=\"POLICE\" AND nextDueOn<\"2026-03-17\" AND "
        "held=true AND openedOn>=\"2026-01-05\" AND openedOn<=\"2026-03-31\"");
  CHECK(api_order(query) == "openedOn desc");
}

TEST_CASE("Cases for which no date runs are asked for with a day that the API takes", "[unit]") {
  const auto filter = api_filter(read({{"due", "none"}}), day("2026-03-17"), day("2026-03-24"));
  CHECK(filter == "nextDueOn>\"2199-12-31\"");
  CHECK(review::Date::parse(review::last_day));
  CHECK_FALSE(review::Date::parse(review::no_day));
  CHECK(review::last_day < review::no_day);
}

TEST_CASE("An empty form narrows nothing", "[unit]") {
  const auto query = read({{"stage", ""}, {"authority", ""}, {"from", ""}, {"until", ""}, {"sort", ""}});
  CHECK_FALSE(query.narrows());
  CHECK(address_query(query).empty());
  CHECK(api_filter(query, day("2026-03-17"), day("2026-03-24")).empty());
  CHECK(api_order(query).empty());
}

TEST_CASE("What is no choice, no day or not known is told, and narrows nothing", "[unit]") {
  for (const NameValues& one :
       {NameValues{{"stage", "STARTED"}}, NameValues{{"stage", "UNSPECIFIED"}},
        NameValues{{"authority", "Quill Feather"}}, NameValues{{"agency", "a\" OR 1=1"}},
        NameValues{{"due", "tomorrow"}}, NameValues{{"held", "perhaps"}}, NameValues{{"from", "30/2/2026"}},
        NameValues{{"until", "3/2026"}}, NameValues{{"sort", "file"}}, NameValues{{"words", "Quillfeather"}}}) {
    INFO(one.front().first << "=" << one.front().second);
    CHECK_FALSE(read(one, 1).narrows());
    CHECK(address_query(read(one, 1)).empty());
  }
  CHECK(read({{"stage", "LOGGED"}, {"stage", "CLOSED"}}, 1).stage == "LOGGED");
  read({{"from", "2/3/2026"}, {"until", "1/3/2026"}}, 1);
}

}  // namespace
}  // namespace reviewd
