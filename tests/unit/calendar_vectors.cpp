#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "libreview/calendar/counting.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

using testing::on;

TEST_CASE("a count comes to the day in the table, and its working leads there", "[vectors][calendar]") {
  const Calendar calendar = england_and_wales();
  const auto table = testing::rows("counting.tsv", "from\tdays\tcounting\tunit\tgives\tbecause");
  CHECK(table.size() >= 280);
  for (const auto& [line, cells] : table) {
    INFO(line);
    const int length = std::stoi(cells[1]);
    const auto counting = find_counting(cells[2]);
    const auto unit = find_unit(cells[3]);
    REQUIRE(counting);
    REQUIRE(unit);
    const auto counted = count(on(cells[0]), length, *unit, *counting, calendar);
    REQUIRE(counted);
    CHECK(counted->due.iso() == cells[4]);
    REQUIRE_FALSE(counted->working.empty());
    CHECK(counted->working.front().date == counted->from);
    CHECK(counted->working.back().date == counted->due);
    CHECK(counted->working.back().day == length);
    CHECK(std::ranges::count(counted->working, true, &WorkedDay::counted) == std::abs(length));
    CHECK(std::ranges::none_of(counted->working, &std::string::empty, &WorkedDay::why));
  }
}

TEST_CASE("a count that needs a day outside the data is refused, never guessed", "[vectors][calendar]") {
  const Calendar calendar = england_and_wales();
  for (const auto& [line, cells] : testing::rows("beyond.tsv", "from\tdays\tcounting\tunit\tbecause")) {
    INFO(line);
    const auto counted = count(on(cells[0]), std::stoi(cells[1]), find_unit(cells[3]).value(),
                               find_counting(cells[2]).value(), calendar);
    REQUIRE_FALSE(counted);
    CHECK(counted.error().code == Code::beyond_calendar);
    CHECK_FALSE(counted.error().says.empty());
  }
}

}  // namespace
}  // namespace review
