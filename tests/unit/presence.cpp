#include "reviewd/storage/presence.hpp"

#include <catch2/catch.hpp>

namespace {

using review::Instant;
using reviewd::Presence;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant nine = *review::parse_instant("2026-04-02T09:00:00Z");

TEST_CASE("Who opened a form of a case is told to others for five minutes", "[unit]") {
  Presence presence;
  presence.opened("asha-verma", "26-0001", "noteAdded", nine);
  CHECK(presence.others("asha-verma", "26-0001", nine).empty());
  CHECK(presence.others("b-jones", "26-0002", nine).empty());
  const auto others = presence.others("b-jones", "26-0001", nine + minutes(5) - seconds(1));
  REQUIRE(others.size() == 1);
  CHECK(others.front().person == "asha-verma");
  CHECK(others.front().kind == "noteAdded");
  CHECK(presence.others("b-jones", "26-0001", nine + minutes(5)).empty());
}

TEST_CASE("Whoever opens another form of the case stands there once, and whoever records is gone", "[unit]") {
  Presence presence;
  presence.opened("asha-verma", "26-0001", "noteAdded", nine);
  presence.opened("c-reed", "26-0001", "informed", nine + minutes(1));
  presence.opened("asha-verma", "26-0001", "panelNotified", nine + minutes(2));
  const auto others = presence.others("b-jones", "26-0001", nine + minutes(2));
  REQUIRE(others.size() == 2);
  CHECK(others.front().kind == "panelNotified");
  presence.left("asha-verma", "26-0001");
  CHECK(presence.others("b-jones", "26-0001", nine + minutes(2)).size() == 1);
}

TEST_CASE("No more openings are remembered than there is room for", "[unit]") {
  Presence presence;
  for (std::size_t i = 0; i <= Presence::most; ++i)
    presence.opened("p" + std::to_string(i), "26-0001", "informed", nine);
  CHECK(presence.others("b-jones", "26-0001", nine).size() == Presence::most);
}

}  // namespace
