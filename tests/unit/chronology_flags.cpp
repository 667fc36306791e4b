#include <catch2/catch.hpp>

#include "tests/support/small_case.hpp"
#include "tests/unit/chronology_support.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

constexpr ChronologyChoice choice{90, 7, 60};

std::vector<ChronologyLine> lines_of(const std::vector<Row>& hospital, const std::vector<Row>& police = {}) {
  return merge_chronology({chronology_entry("one", "hospital", hospital), chronology_entry("two", "police", police)})
      .lines;
}

TEST_CASE("A time longer than was chosen is a gap, to the day", "[unit]") {
  // 1 January to 1 April 2025 are 90 days.
  const auto just = lines_of({{"2025-01-01", "a"}}, {{"2025-04-01", "b"}});
  CHECK(chronology_gaps(just, choice, {}).empty());
  const auto longer = lines_of({{"2025-01-01", "a"}}, {{"2025-04-02", "b"}});
  const auto found = chronology_gaps(longer, choice, {});
  REQUIRE(told(found) == Texts{"gap 1 2"});
  CHECK(found[0].says == "Nothing is told here of the 91 days between Wed 1 January 2025 and Wed 2 April 2025.");
  CHECK(told(chronology_gaps(just, {89, 7, 60}, {})) == Texts{"gap 1 2"});
  CHECK(chronology_gaps(longer, {0, 7, 60}, {}).empty());
}

TEST_CASE("What took long closes a gap, and what nobody knows to the day does not", "[unit]") {
  CHECK(
      chronology_gaps(lines_of({{"2025-01-01", "a", "", "", "2025-03-01"}, {"2025-05-01", "b"}}), choice, {}).empty());
  // An earlier line that ends sooner does not open one again.
  CHECK(chronology_gaps(lines_of({{"2025-01-01", "a", "", "", "2025-03-01"}, {"2025-01-02", "c"}, {"2025-05-01", "b"}}),
                        choice, {})
            .empty());
  const auto found = chronology_gaps(
      lines_of(
          {{"2025-01-01", "a"}, {"2025-02", "month"}, {"2025-03-01", "about", "", "", "", true}, {"2025-06-01", "b"}}),
      choice, {});
  REQUIRE(told(found) == Texts{"gap 1 4"});
  CHECK(found[0].says.ends_with("2 lines that are not known to the day may lie in this time."));
}

TEST_CASE("The day of the incident ends the last gap, and after it none is told", "[unit]") {
  const auto lines = lines_of({{"2025-01-01", "a"}, {"2026-01-01", "after"}});
  const auto found = chronology_gaps(lines, choice, {.incident_on = day("2025-06-01")});
  REQUIRE(told(found) == Texts{"gap 1"});
  CHECK(found[0].says.find("Sun 1 June 2025, the day of the incident.") != std::string::npos);
}

TEST_CASE("What looks like one event on two days is a clash, within the days that were chosen", "[unit]") {
  const auto clash = [](const std::string& on, const std::string& what) {
    return told(chronology_clashes(
        lines_of({{"2025-03-04", "Midwife visited home, baby weighed and well"}}, {{on, what}}), choice));
  };
  CHECK(clash("2025-03-11", "Midwife visited the home; baby weighed") == Texts{"other-day 1 2"});
  CHECK(clash("2025-03-12", "Midwife visited the home; baby weighed").empty());
  CHECK(clash("2025-03-05", "Father arrested for theft").empty());
  CHECK(clash("2025-03", "Midwife visited the home; baby weighed").empty());
}

TEST_CASE("A line with its like on its own day clashes with no other day", "[unit]") {
  const Row first{"2025-03-04", "Midwife visited home, baby weighed"};
  const Row second{"2025-03-06", "Midwife visited home, baby weighed"};
  CHECK(chronology_clashes(lines_of({first, second}, {first, second}), choice).empty());
  CHECK(told(chronology_clashes(lines_of({first}, {second}), choice)) == Texts{"other-day 1 2"});
  // Two rows of one agency are its own affair.
  CHECK(chronology_clashes(lines_of({first, second}), choice).empty());
}

TEST_CASE("One day told in two ways is a clash", "[unit]") {
  CHECK(told(chronology_clashes(lines_of({{"2025-03-04", "Strategy meeting held about neglect", "09:00"}},
                                         {{"2025-03-04", "Strategy meeting about neglect", "14:00"}}),
                                choice)) == Texts{"other-time 1 2"});
  CHECK(told(chronology_clashes(lines_of({{"2025-03-04", "Child seen, happy and clean", "", "Home visit"}},
                                         {{"2025-03-04", "Nobody answered the door", "", "home visit"}}),
                                choice)) == Texts{"told-differently 1 2"});
  CHECK(chronology_clashes(lines_of({{"2025-03-04", "Child seen, happy and clean", "", "Home visit"}},
                                    {{"2025-03-04", "Nobody answered the door", "", "Telephone call"}}),
                           choice)
            .empty());
}

TEST_CASE("Tables that put everything on one day are compared as far as anybody looks, and it is said from where not",
          "[unit]") {
  const std::vector<Row> visits(2000, Row{"2025-03-04", "Child seen, happy and clean", "", "Home visit"});
  const std::vector<Row> calls(2000, Row{"2025-03-04", "Nobody answered the door", "", "Home visit"});
  const auto many = chronology_clashes(lines_of(visits, calls), choice);
  REQUIRE(many.size() == 1001);
  CHECK(told({many.front()}) == Texts{"told-differently 1 2001"});
  CHECK(told({many.back()}) == Texts{"not-compared 1"});
  CHECK(many.back().says.find("Tue 4 March 2025") != std::string::npos);
}

TEST_CASE("How much is compared is bounded, also where nothing is found", "[unit]") {
  // Each of a day has its like on that day, which is looked for anew for each of the next day.
  const std::vector<Row> same(2000, Row{"2025-03-04", "Midwife visited home, baby weighed"});
  std::vector<Row> both = same;
  both.insert(both.end(), 2000, Row{"2025-03-06", "Father arrested for theft"});
  const auto found = chronology_clashes(lines_of(same, both), choice);
  REQUIRE_FALSE(found.empty());
  CHECK(found.back().sort == ChronologyFlag::Sort::not_compared);
}

TEST_CASE("What lies wholly before birth or after death is pointed out, and what may not is not", "[unit]") {
  const auto lines = lines_of({{"2024-12-31", "before"}, {"2025-01", "in the month"}, {"2025-06-02", "after"}});
  const ChronologyLives lives{.born_on = day("2025-01-10"), .died_on = day("2025-06-01")};
  CHECK(told(chronology_out_of_life(lines, lives)) == Texts{"before-birth 1", "after-death 3"});
  CHECK(chronology_out_of_life(lines, {}).empty());
}

}  // namespace
}  // namespace review::test
