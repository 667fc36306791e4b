#include "libreview/calendar/calendar.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

using testing::on;

Calendar small() {
  return {"example",
          on("2026-01-01"),
          on("2026-12-31"),
          {{on("2026-12-28"), "Boxing Day", "substitute", "gov-uk-bank-holidays"},
           {on("2026-04-03"), "Good Friday", "standing", "gov-uk-bank-holidays"}}};
}

TEST_CASE("a calendar says why a day is or is not a working day", "[unit][calendar]") {
  const Calendar calendar = small();
  CHECK(calendar.why(on("2026-04-02")) == "working day");
  CHECK(calendar.why(on("2026-04-03")) == "Good Friday (bank holiday)");
  CHECK(calendar.why(on("2026-04-04")) == "Saturday");
  CHECK(calendar.why(on("2026-04-05")) == "Sunday");
  CHECK(calendar.why(on("2026-12-28")) == "Boxing Day, substitute day (bank holiday)");
  CHECK(calendar.working(on("2026-04-02")));
  CHECK_FALSE(calendar.working(on("2026-04-03")));
  CHECK_FALSE(calendar.working(on("2026-04-04")));
}

TEST_CASE("a calendar covers both its ends and claims nothing outside them", "[unit][calendar]") {
  const Calendar calendar = small();
  CHECK(calendar.covers(on("2026-01-01")));
  CHECK(calendar.covers(on("2026-12-31")));
  for (const auto* outside : {"2025-12-31", "2027-01-01"}) {
    CHECK_FALSE(calendar.covers(on(outside)));
    CHECK_FALSE(calendar.working(on(outside)));
    CHECK(calendar.why(on(outside)) == "outside the example bank holidays");
  }
}

TEST_CASE("holidays are kept in order of date", "[unit][calendar]") {
  const Calendar calendar = small();
  REQUIRE(calendar.holidays().size() == 2);
  CHECK(calendar.holidays()[0].date == on("2026-04-03"));
}

TEST_CASE("a partnership's closures are added to a copy, and a bank holiday stays one", "[unit][calendar]") {
  const Calendar calendar = small();
  const Calendar closed = calendar.with_closures({{on("2026-12-29"), "Christmas shutdown", "closure", "partnership"},
                                                  {on("2026-12-28"), "Christmas shutdown", "closure", "partnership"},
                                                  {on("2026-12-27"), "Christmas shutdown", "closure", "partnership"}});
  CHECK(closed.why(on("2026-12-29")) == "Partnership closed: Christmas shutdown");
  CHECK(closed.why(on("2026-12-28")) == "Boxing Day, substitute day (bank holiday)");
  CHECK(closed.why(on("2026-12-27")) == "Sunday");
  CHECK_FALSE(closed.working(on("2026-12-29")));
  CHECK(calendar.working(on("2026-12-29")));
  CHECK(closed.name() == calendar.name());
  CHECK(closed.last() == calendar.last());
}

TEST_CASE("a bank holiday announced later is one, and a day that is listed stays as it is", "[unit][calendar]") {
  const Calendar calendar = small().with_holidays({{on("2026-06-15"), "Invented holiday", "one-off", "partnership"},
                                                   {on("2026-04-03"), "Another name", "one-off", "partnership"}});
  CHECK(calendar.why(on("2026-06-15")) == "Invented holiday (bank holiday)");
  CHECK_FALSE(calendar.working(on("2026-06-15")));
  CHECK(calendar.why(on("2026-04-03")) == "Good Friday (bank holiday)");
}

}  // namespace
}  // namespace review
