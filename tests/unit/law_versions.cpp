#include <algorithm>
#include <catch2/catch.hpp>

#include "libreview/law/england.hpp"
#include "tests/unit/law_small.hpp"

namespace review::law_test {
namespace {

Date version_day(std::string_view iso) { return Date::parse(iso).value(); }

/// The name of the law that governs a clock started on a day, with `eased` where it is; `none` where no version does.
std::string law_on(const RuleBook& book, std::string_view clock, std::string_view start) {
  const ClockVersion* version = book.version(*book.clock(clock), version_day(start));
  if (version == nullptr) return "none";
  return version->law + (version->eased ? " eased" : "");
}

TEST_CASE("The day that started a clock chooses its law", "[unit][law]") {
  struct Row {
    std::string clock, start, law;
  };
  const std::vector<Row> rows = {
      {"notify-panel", "2018-06-28", "none"},
      {"notify-panel", "2018-06-29", "england-2018"},
      {"notify-panel", "2020-03-29", "england-2018"},
      {"notify-panel", "2020-03-30", "england-2020"},
      {"notify-panel", "2023-12-14", "england-2020"},
      {"notify-panel", "2023-12-15", "england-2023"},
      {"notify-panel", "2026-03-18", "england-2023"},
      {"notify-panel", "2026-03-19", "england-2026"},
      {"tell-partners", "2020-04-01", "england-2020"},
      {"rapid-review", "2020-03-29", "england-2018"},
      {"rapid-review", "2020-03-30", "england-2020 eased"},
      {"rapid-review", "2024-01-16", "england-2023"},
      {"review-publish", "2020-06-01", "england-2020 eased"},
      {"review-publish", "2026-04-02", "england-2026"},
      {"advance-copy", "2020-06-01", "england-2020 eased"},
      {"advance-copy", "2024-06-03", "england-2023"},
      {"notify-looked-after-death", "2019-05-01", "england-2018"},
      {"notify-care-leaver-death", "2023-12-14", "none"},
      {"notify-care-leaver-death", "2023-12-15", "england-2023"},
      {"keep-published", "2021-01-04", "england-2018"},
      {"yearly-report", "2025-04-01", "england-2023"},
      {"panel-reply", "2025-04-01", "partnership-default"},
  };
  const RuleBook book = england();
  for (const Row& row : rows) {
    INFO(row.clock << " from " << row.start);
    CHECK(law_on(book, row.clock, row.start) == row.law);
  }
}

TEST_CASE("An eased length is the same length", "[unit][law]") {
  const RuleBook book = england();
  for (const ClockRule& clock : book.clocks()) {
    for (const ClockVersion& version : clock.versions) {
      if (!version.eased) continue;
      INFO(clock.id);
      CHECK(version.length == clock.versions.front().length);
      CHECK_FALSE(version.note.empty());
    }
  }
}

TEST_CASE("The newest version is chosen whatever the order of the file", "[unit][law]") {
  SmallLaw law;
  law.more_clocks = law.version;
  law.version = with(with(law.version, "2018-06-29", "2023-12-15"), "england-2018", "england-2023");
  const auto book = law.read();
  REQUIRE(book);
  CHECK(law_on(*book, "tell", "2024-01-02") == "england-2023");
  CHECK(law_on(*book, "tell", "2020-01-02") == "england-2018");
}

TEST_CASE("Every version of the law is read as people read it", "[unit][law]") {
  const RuleBook book = england();
  const ClockVersion* version = book.version(*book.clock("notify-panel"), version_day("2024-01-16"));
  REQUIRE(version != nullptr);
  CHECK(version->cites.front() == "Children Act 2004, section 16C");
  CHECK(version->cites[1] == "Working Together to Safeguard Children 2023, chapter 5");
}

}  // namespace
}  // namespace review::law_test
