#include <catch2/catch.hpp>

#include "tests/unit/law_small.hpp"

namespace review::law_test {
namespace {

std::string refusal_of(const SmallLaw& law) {
  const auto book = law.read();
  if (book) return "no refusal";
  CHECK(book.error().code == Code::malformed);
  return book.error().says;
}

TEST_CASE("A small law is read as it is written", "[unit][law]") {
  const auto book = SmallLaw{}.read();
  REQUIRE(book);
  const ClockRule* clock = book->clock("tell");
  REQUIRE(clock != nullptr);
  CHECK(clock->owed_by == OwedBy::us);
  CHECK(clock->legal_status == LegalStatus::statute);
  REQUIRE(clock->versions.size() == 1);
  CHECK(clock->versions[0].length == 5);
  CHECK(clock->versions[0].from.iso() == "2018-06-29");
  CHECK(clock->versions[0].cites == std::vector<std::string>{"An Act, section 1"});
  CHECK(book->cite("act") == "An Act");
  CHECK(book->cite("unknown") == "unknown");
  CHECK(book->clock("tale") == nullptr);
}

TEST_CASE("What cannot be read is refused with file, line and column", "[unit][law]") {
  SmallLaw law;
  SECTION("no TOML") {
    law.clock_head = "[[clock]\n";
    CHECK_THAT(refusal_of(law), Catch::StartsWith("clocks.toml, line 1, column "));
  }
  SECTION("an unknown key") {
    law.clock_head += "colour = \"red\"\n";
    CHECK(refusal_of(law) == "clocks.toml, line 9, column 1: 'colour' is not known here.");
  }
  SECTION("an unknown key in a citation") {
    law.version = with(law.version, "at =", "on =");
    CHECK(refusal_of(law) == "clocks.toml, line 15, column 28: 'on' is not known here.");
  }
  SECTION("a missing value") {
    law.clock_head = with(law.clock_head, "title = \"Tell\"\n", "");
    CHECK(refusal_of(law) == "clocks.toml, line 1, column 1: 'title' must be a text.");
  }
  SECTION("a date in quotes") {
    law.version = with(law.version, "2018-06-29", "\"2018-06-29\"");
    CHECK_THAT(refusal_of(law), Catch::StartsWith("clocks.toml, line 11, column 8: 'from' must be a date"));
  }
  SECTION("an unknown unit") {
    law.version = with(law.version, "working-days", "weeks");
    CHECK(refusal_of(law) == "clocks.toml, line 13, column 8: 'weeks' is not a choice for 'unit'.");
  }
  SECTION("a negative length") {
    law.version = with(law.version, "= 5", "= -5");
    CHECK_THAT(refusal_of(law), Catch::Contains("'length' must be a whole number from 0 to"));
  }
  SECTION("a word where a list belongs") {
    law.clock_head = with(law.clock_head, "[\"informed\"]", "\"informed\"");
    CHECK(refusal_of(law) == "clocks.toml, line 6, column 9: 'stops' must be a list.");
  }
  SECTION("a number where a text belongs") {
    law.clock_head = with(law.clock_head, "[\"informed\"]", "[3]");
    CHECK_THAT(refusal_of(law), Catch::Contains("'stops' must hold texts"));
  }
  SECTION("a number where a truth belongs") {
    law.clock_head += "minimum = 1\n";
    CHECK_THAT(refusal_of(law), Catch::Contains("'minimum' must be true or false"));
  }
  SECTION("a length for a given day") {
    law.clock_head += "given = true\n";
    CHECK_THAT(refusal_of(law), Catch::EndsWith("is not known here."));
  }
  SECTION("an overlay is named") {
    law.overlay = "id = \"own\"\nname = \"Own\"\nmotto = \"Ours\"\n";
    CHECK(refusal_of(law) == "overlay.toml, line 3, column 1: 'motto' is not known here.");
  }
  SECTION("a closure without end") {
    law.overlay =
        "id = \"own\"\nname = \"Own\"\n[[closure]]\ndate = 2026-01-05\nthrough = 2026-12-05\nname = \"Away\"\n";
    CHECK_THAT(refusal_of(law), Catch::Contains("within 31 days"));
  }
  SECTION("a criterion of no decision") {
    law.criteria =
        "[[criterion]]\nid = \"a\"\nquestion = \"?\"\ndecision = \"lunch\"\nfrom = 2018-06-29\ngrade = \"S\"\n";
    CHECK_THAT(refusal_of(law), Catch::Contains("'decision' must be one of notification, review"));
  }
}

TEST_CASE("The first fault is the one that is told", "[unit][law]") {
  SmallLaw law;
  law.clock_head = with(law.clock_head, "title = \"Tell\"\n", "");
  law.version = with(law.version, "working-days", "weeks");
  CHECK_THAT(refusal_of(law), Catch::Contains("'title'"));
}

}  // namespace
}  // namespace review::law_test
