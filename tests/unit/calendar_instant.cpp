#include <catch2/catch.hpp>

#include "libreview/calendar/instant.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

TEST_CASE("an instant is written in UTC with milliseconds and read back", "[unit][calendar]") {
  for (const std::string_view text :
       {"2026-04-02T16:00:00.123Z", "1970-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "2024-02-29T12:34:56.007Z",
        "1900-01-01T00:00:00.000Z", "2199-12-31T23:59:59.999Z"}) {
    CAPTURE(text);
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    CHECK(rfc3339(*instant) == text);
  }
}

TEST_CASE("the other ways to write an instant come to the same", "[unit][calendar]") {
  struct Written {
    std::string_view text, same;
  };
  for (const auto& [text, same] : {Written{"2026-04-02T16:00:00Z", "2026-04-02T16:00:00.000Z"},
                                   Written{"2026-04-02T16:00:00.5Z", "2026-04-02T16:00:00.500Z"},
                                   Written{"2026-04-02T16:00:00.05Z", "2026-04-02T16:00:00.050Z"},
                                   Written{"2026-04-02T16:00:00.123999999Z", "2026-04-02T16:00:00.123Z"},
                                   Written{"2026-04-02T17:00:00+01:00", "2026-04-02T16:00:00.000Z"},
                                   Written{"2026-04-01T23:30:00.250-05:30", "2026-04-02T05:00:00.250Z"},
                                   Written{"2026-04-02T16:00:00-00:00", "2026-04-02T16:00:00.000Z"}}) {
    CAPTURE(text);
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    CHECK(rfc3339(*instant) == same);
  }
}

TEST_CASE("what is no instant is refused", "[unit][calendar]") {
  for (const std::string_view refused : {"",
                                         "2026-04-02",
                                         "2026-04-02T16:00Z",
                                         "2026-04-02T16:00:00",
                                         "2026-04-02 16:00:00Z",
                                         "2026-04-02t16:00:00Z",
                                         "2026-04-02T16:00:00z",
                                         "2026-02-30T16:00:00Z",
                                         "2026-04-02T24:00:00Z",
                                         "2026-04-02T16:60:00Z",
                                         "2026-06-30T23:59:60Z",
                                         "2026-04-02T16:00:00.Z",
                                         "2026-04-02T16:00:00.1234567890Z",
                                         "2026-04-02T16:00:00,5Z",
                                         "2026-04-02T16:00:00+0100",
                                         "2026-04-02T16:00:00+24:00",
                                         "2026-04-02T16:00:00+01:00Z",
                                         "2026-04-02T16:00:00ZZ",
                                         "2026-04-02T16.00.00Z",
                                         "2026-04-02T16:00:00+01:0",
                                         "2200-01-01T00:00:00Z"}) {
    CAPTURE(refused);
    const auto instant = parse_instant(refused);
    REQUIRE_FALSE(instant);
    CHECK(instant.error().code == Code::not_a_date);
  }
}

}  // namespace
}  // namespace review
