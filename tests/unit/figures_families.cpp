#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "libreview/figures/suppress.hpp"
#include "tests/support/counted_year.hpp"

/// What the yearly report tells of families: whether they were offered a part, and whether they take it.
namespace review::test {
namespace {

std::string contact(const char* more) { return fmt::format("{{'familyContacted':{{'who':'A parent'{}}}}}", more); }

const Figure& figure_of(const std::vector<FigureTable>& pack, const char* row) {
  const auto& table = table_in(pack, "families");
  const auto found = std::ranges::find(table.rows, row, &FigureLine::id);
  REQUIRE(found != table.rows.end());
  return table.at({static_cast<std::size_t>(found - table.rows.begin()), table.columns.size() - 1});
}

}  // namespace

TEST_CASE("A family counts once, by its newest answer, with the entry that has it behind it", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2026-03-02").reviewed("LCSPR");
  one.on("2026-04-02").must(contact(",'offer':'A conversation.','answer':'NOT_ANSWERED'"));
  one.on("2026-05-04").must(contact(",'answer':'LATER','response':'After the trial.'"));
  const auto took = one.on("2026-06-01").must(contact(",'answer':'TAKES_PART'"));
  // What is recorded later about an earlier day is no newer; what they said beside it is no other answer.
  one.on("2026-06-02").must("{'occurredOn':'2026-05-20','familyContacted':{'who':'A parent','answer':'DECLINES'}}");
  const auto last = one.must(contact(",'response':'Has read it.','shown':true"));
  const auto pack = year.pack("2026-04-01", "2026-12-31", "2026-12-31");
  INFO(written(pack));
  CHECK(number_in(pack, "families", "takes-part", "offered") == 1);
  CHECK(number_in(pack, "families", "all") == 1);
  CHECK(figure_of(pack, "takes-part").behind == std::vector<Behind>{{"26-0001", took}});
  CHECK(number_in(pack, "families-shown", "shown") == 1);
  CHECK(table_in(pack, "families-shown").at({0, 0}).behind == std::vector<Behind>{{"26-0001", last}});
  // As at an earlier day, by what was recorded then.
  const auto then = year.pack("2026-04-01", "2026-12-31", "2026-05-31");
  CHECK(number_in(then, "families", "later") == 1);
  CHECK(number_in(then, "families-shown", "not-shown") == 1);
  // Whom nobody contacted in the period is not in it.
  CHECK(number_in(year.pack("2026-07-01", "2026-12-31", "2026-12-31"), "families", "all") == 0);
}

TEST_CASE("An older entry with words alone answered, and did not say how; one with neither has no answer", "[unit]") {
  CountedYear year;
  const auto say = [&](const char* more) {
    auto& one = year.begin("2026-03-02").reviewed("LCSPR");
    one.on("2026-04-02").must(contact(more));
    return &one;
  };
  static_cast<void>(say(",'offer':'A conversation.','response':'Would like to speak.'"));
  static_cast<void>(say(",'offer':'A conversation.'"));
  static_cast<void>(say(""));
  static_cast<void>(say(",'answer':'NOT_ASKED','notAskedBecause':'The police asked to wait.'"));
  // Who had not answered, and then did in words alone, answered.
  auto* later = say(",'offer':'A conversation.','answer':'NOT_ANSWERED'");
  later->on("2026-05-04").must(contact(",'response':'Would like to speak.'"));
  const auto pack = year.pack("2026-04-01", "2026-12-31", "2026-12-31");
  INFO(written(pack));
  CHECK(number_in(pack, "families", "answered", "offered") == 2);
  CHECK(number_in(pack, "families", "not-recorded", "offered") == 1);
  CHECK(number_in(pack, "families", "not-recorded", "not-offered") == 1);
  CHECK(number_in(pack, "families", "not-asked", "not-offered") == 1);
  CHECK(number_in(pack, "families", "not-answered") == 0);
  CHECK(number_in(pack, "families", "all") == 5);
  CHECK(number_in(pack, "families-shown", "not-shown") == 5);
}

TEST_CASE("A single family that declines cannot be told from what is published", "[unit]") {
  CountedYear year;
  for (int i = 0; i < 7; ++i) {
    auto& one = year.begin("2026-03-02").reviewed("LCSPR");
    one.on("2026-04-02")
        .must(contact(i == 0 ? ",'offer':'x','answer':'DECLINES'" : ",'offer':'x','answer':'TAKES_PART'"));
  }
  const auto hidden = suppress(year.pack("2026-04-01", "2026-12-31", "2026-12-31"), 5);
  CHECK(hidden_in(hidden, {"families", "declines", "all"}) == Hidden::small);
  // From all seven and the six that take part, the one would follow.
  const bool told = hidden_in(hidden, {"families", "takes-part", "all"}) == Hidden::no &&
                    hidden_in(hidden, {"families", "all", "all"}) == Hidden::no;
  CHECK_FALSE(told);
}

}  // namespace review::test
