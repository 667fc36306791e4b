#include "libreview/views/feed_rows.hpp"

#include <algorithm>

#include "tests/unit/desk_support.hpp"

namespace {

using namespace review;
using review::test::DeskOffice;

TEST_CASE("A calendar takes the days that are nearest, in order, and knows that there are more", "[unit]") {
  DeskOffice office;
  for (int i = 0; i < 3; ++i) office.open();
  const auto id = office.open();
  office.must(id, "{'embargoPlaced':{'embargo':'embargo-1','reason':'Invented.','reviewOn':'2027-03-01'}}");
  const auto rows = [&](std::size_t most) {
    return feed_rows(*office.store, {false, office.today, most}, office.reader, office.today);
  };
  const auto whole = rows(1'000);
  CHECK_FALSE(whole.cut);
  REQUIRE(whole.rows.size() > 4);
  CHECK(whole.rows.back().due.iso() == "2027-03-01");
  const auto by_day = [](const auto& one, const auto& other) { return one.due < other.due; };
  CHECK(std::is_sorted(whole.rows.begin(), whole.rows.end(), by_day));
  CHECK_FALSE(rows(whole.rows.size()).cut);
  const auto some = rows(whole.rows.size() - 1);
  CHECK(some.cut);
  CHECK(some.rows.size() == whole.rows.size() - 1);
  CHECK(some.rows.back().due < whole.rows.back().due);
  CHECK(std::is_sorted(some.rows.begin(), some.rows.end(), by_day));
}

}  // namespace
