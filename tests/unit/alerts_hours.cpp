#include <catch2/catch.hpp>

#include "libreview/alerts/working_hours.hpp"
#include "tests/support/small_case.hpp"

/// When mail may go: working days and hours in London.
namespace review::test {
namespace {

const WorkingHours office_hours = *parse_working_hours("08:00-18:00");

Instant at(std::string_view text) { return parse_instant(text).value(); }

std::string sent(std::string_view made) { return rfc3339(send_at(at(made), office_hours, calendar())); }
std::string listed(std::string_view made) { return rfc3339(next_opening(at(made), office_hours, calendar())); }

}  // namespace

TEST_CASE("within the hours a mail goes at once, and waits for the next working morning outside of them", "[unit]") {
  CHECK(sent("2026-03-17T09:30:00Z") == "2026-03-17T09:30:00.000Z");
  CHECK(sent("2026-03-17T08:00:00Z") == "2026-03-17T08:00:00.000Z");
  CHECK(sent("2026-03-17T07:59:00Z") == "2026-03-17T08:00:00.000Z");
  CHECK(sent("2026-03-17T17:59:00Z") == "2026-03-17T17:59:00.000Z");
  CHECK(sent("2026-03-17T18:00:00Z") == "2026-03-18T08:00:00.000Z");
  CHECK(sent("2026-03-20T18:30:00Z") == "2026-03-23T08:00:00.000Z");
}

TEST_CASE("what is told on Maundy Thursday at five stands on the list of the Tuesday after Easter", "[unit]") {
  CHECK(listed("2026-04-02T16:00:00Z") == "2026-04-07T07:00:00.000Z");
  CHECK(sent("2026-04-02T16:00:00Z") == "2026-04-02T16:00:00.000Z");
  CHECK(sent("2026-04-02T17:00:00Z") == "2026-04-07T07:00:00.000Z");
  CHECK(sent("2026-12-24T18:00:00Z") == "2026-12-29T08:00:00.000Z");
}

TEST_CASE("a list goes at the start of the hours, also when it is told at that moment", "[unit]") {
  CHECK(listed("2026-03-17T00:00:00Z") == "2026-03-17T08:00:00.000Z");
  CHECK(listed("2026-03-17T08:00:00Z") == "2026-03-17T08:00:00.000Z");
  CHECK(listed("2026-03-17T08:00:01Z") == "2026-03-18T08:00:00.000Z");
}

TEST_CASE("the hours follow the clock on the wall when it changes", "[unit]") {
  CHECK(sent("2026-03-27T19:00:00Z") == "2026-03-30T07:00:00.000Z");
  CHECK(sent("2026-10-23T18:00:00Z") == "2026-10-26T08:00:00.000Z");
  CHECK_FALSE(open_since(at("2026-03-30T06:59:00Z"), office_hours, calendar()));
  CHECK(open_since(at("2026-03-30T16:59:00Z"), office_hours, calendar()) == at("2026-03-30T07:00:00Z"));
  CHECK_FALSE(open_since(at("2026-03-30T17:00:00Z"), office_hours, calendar()));
}

TEST_CASE("a partnership's closure is no working day, and beyond the data a weekday is one", "[unit]") {
  const auto closed = calendar().with_closures({{day("2026-03-18"), "Closed", "closure", "partnership"}});
  CHECK(rfc3339(send_at(at("2026-03-17T18:00:00Z"), office_hours, closed)) == "2026-03-19T08:00:00.000Z");
  CHECK(sent("2150-01-02T12:00:00Z") == "2150-01-02T12:00:00.000Z");
  CHECK(sent("2150-01-03T12:00:00Z") == "2150-01-05T08:00:00.000Z");
}

TEST_CASE("hours are two times of a day, the later one last", "[unit]") {
  CHECK(parse_working_hours("00:00-24:00"));
  for (const auto* wrong : {"", "08:00", "8:00-18:00", "08:00-08:00", "18:00-08:00", "08:60-18:00", "08:00-24:01",
                            "08:00 to 18:00", "0a:00-18:00"}) {
    INFO(wrong);
    CHECK_FALSE(parse_working_hours(wrong));
  }
  const auto all_day = *parse_working_hours("00:00-24:00");
  CHECK(open_since(at("2026-03-30T22:59:59Z"), all_day, calendar()) == at("2026-03-29T23:00:00Z"));
}

}  // namespace review::test
