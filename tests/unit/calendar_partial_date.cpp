#include <catch2/catch.hpp>

#include "libreview/calendar/partial_date.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

struct Known {
  std::string_view text, earliest, latest, words;
  bool whole;
};

TEST_CASE("a partial date stands for all the days it may have been", "[unit][calendar]") {
  for (const auto& [text, earliest, latest, words, whole] :
       {Known{"2026", "2026-01-01", "2026-12-31", "2026", false},
        Known{"2026-03", "2026-03-01", "2026-03-31", "March 2026", false},
        Known{"2026-02", "2026-02-01", "2026-02-28", "February 2026", false},
        Known{"2024-02", "2024-02-01", "2024-02-29", "February 2024", false},
        Known{"2026-12", "2026-12-01", "2026-12-31", "December 2026", false},
        Known{"2026-03-02", "2026-03-02", "2026-03-02", "Mon 2 March 2026", true},
        Known{"1900", "1900-01-01", "1900-12-31", "1900", false},
        Known{"2199-12", "2199-12-01", "2199-12-31", "December 2199", false}}) {
    CAPTURE(text);
    const auto date = PartialDate::parse(text);
    REQUIRE(date);
    CHECK(date->words() == words);
    CHECK(date->earliest().iso() == earliest);
    CHECK(date->latest().iso() == latest);
    CHECK(date->whole().has_value() == whole);
    if (whole) CHECK(date->whole()->iso() == text);
  }
}

TEST_CASE("a partial date in any other form is refused", "[unit][calendar]") {
  for (const std::string_view refused :
       {"", "26", "202", "2026-", "2026-3", "2026-13", "2026-00", "2026-02-29", "2026-02-", "1899", "2200", "2026-03-2",
        "March 2026", "unknown", "2026-03-02 "}) {
    CAPTURE(refused);
    const auto date = PartialDate::parse(refused);
    REQUIRE_FALSE(date);
    CHECK(date.error().code == Code::not_a_date);
  }
}

TEST_CASE("a month is not the same as its first day", "[unit][calendar]") {
  CHECK(*PartialDate::parse("2026-03") == *PartialDate::parse("2026-03"));
  CHECK_FALSE(*PartialDate::parse("2026-03") == *PartialDate::parse("2026-03-01"));
  CHECK(PartialDate(testing::on("2026-03-01")) == *PartialDate::parse("2026-03-01"));
}

}  // namespace
}  // namespace review
