#include <catch2/catch.hpp>

#include "libreview/figures/figure_pack.hpp"
#include "libreview/figures/period.hpp"
#include "tests/support/small_case.hpp"
#include "tests/unit/law_small.hpp"

/// What the figures are counted by, which a policy officer may change.
namespace review::test {

TEST_CASE("Every table of the law is one that something counts, and children's are guarded", "[unit]") {
  const std::vector<CountedCase> none;
  const Period year{day("2025-04-01"), day("2026-03-31")};
  const auto pack = figure_pack({none, year, day("2026-03-31"), law(), calendar()});
  REQUIRE(pack.size() == law().figures().tables.size());
  for (const auto& table : pack) {
    INFO(table.id);
    // A theme may say of a child what it is.
    const bool of_themes = table.id == "themes" || table.id == "repeats" || table.id == "theme-sources";
    CHECK(table.guarded == (table.id.starts_with("children-") || table.id.starts_with("families") || of_themes));
    for (const auto& row : table.figures) CHECK(row.size() == table.columns.size());
  }
  REQUIRE(law().figures().small.size() == 1);
  CHECK(law().figures().small.front().below == 5);
  CHECK(law().figures().small.front().cites.size() == 1);
}

TEST_CASE("The last year that is reported is the one that was over", "[unit]") {
  const auto& rules = law().figures();
  const auto year = [&](const char* today) {
    const auto period = last_reported_year(rules, day(today));
    return period.from.iso() + " " + period.to.iso();
  };
  CHECK(year("2026-03-31") == "2024-04-01 2025-03-31");
  CHECK(year("2026-04-01") == "2025-04-01 2026-03-31");
  CHECK(year("2026-12-31") == "2025-04-01 2026-03-31");
}

TEST_CASE("Each day lies in one reported year, and the next begins where it ends", "[unit]") {
  const auto& rules = law().figures();
  auto one = reported_year_of(rules, day("2024-02-29"));
  CHECK(one == Period{day("2023-04-01"), day("2024-03-31")});
  for (auto at = one.from; at < day("2026-05-01"); at = at.plus_days(1)) {
    if (at > one.to) {
      const auto next = reported_year_of(rules, at);
      CHECK(next.from == one.to.plus_days(1));
      one = next;
    }
    REQUIRE(reported_year_of(rules, at) == one);
  }
}

TEST_CASE("What the file of figures may not say is refused where it stands", "[unit]") {
  struct Row {
    const char* text;
    const char* says;
  };
  const Row rows[] = {{"month = 2\nday = 30\n", "no such day in every year"},
                      {"month = 2\nday = 29\n", "no such day in every year"},
                      {"[[age]]\nid = \"a\"\ntitle = \"A\"\nbelow = 5\n", "the last has no end"},
                      {"[[age]]\nid = \"a\"\ntitle = \"A\"\nbelow = 5\n[[age]]\nid = \"b\"\ntitle = \"B\"\nbelow = 5\n"
                       "[[age]]\nid = \"c\"\ntitle = \"C\"\n",
                       "a band ends after the one before it"},
                      {"colour = \"red\"\n", "colour"}};
  for (const auto& row : rows) {
    law_test::SmallLaw small;
    small.figures = row.text;
    const auto read = small.read();
    INFO(row.text);
    REQUIRE_FALSE(read);
    CHECK(read.error().says.find("figures.toml") != std::string::npos);
    CHECK(read.error().says.find(row.says) != std::string::npos);
  }
}

}  // namespace review::test
