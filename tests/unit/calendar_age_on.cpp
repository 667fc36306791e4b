#include <catch2/catch.hpp>
#include <string>

#include "libreview/calendar/age_on.hpp"
#include "tests/unit/calendar_tsv.hpp"

namespace review {
namespace {

TEST_CASE("An age is attained on the birthday, and told where the days leave no doubt", "[vectors][calendar]") {
  const auto table = testing::rows("age.tsv", "birth\tday\tage\tbecause");
  CHECK(table.size() >= 30);
  for (const auto& [line, cells] : table) {
    INFO(line);
    const auto birth = PartialDate::parse(cells[0]);
    const auto day = PartialDate::parse(cells[1]);
    REQUIRE(birth);
    REQUIRE(day);
    const auto age = age_on(*birth, *day);
    CHECK((age ? std::to_string(*age) : "open") == cells[2]);
  }
}

}  // namespace
}  // namespace review
