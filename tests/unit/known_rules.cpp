#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "libreview/calendar/london.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "reviewd/settings/settled_closures.hpp"
#include "reviewd/storage/open_storage.hpp"

/// Law and days off as they were known on a day.
namespace reviewd {
namespace {

review::Date a_day(const char* iso) { return *review::Date::parse(iso); }

/// A store in which nothing was put on record yet.
std::unique_ptr<Storage> unopened() {
  auto made = in_force(Config{}, {});
  REQUIRE(made);
  return std::make_unique<Storage>(review::Store::in_memory(), Config{}, std::move(*made));
}

void settle(Storage& storage, std::string_view name, const std::string& value, const char* on) {
  REQUIRE(storage.settings().put(name, value, "somebody", review::start_of_london_day(a_day(on))));
}

const std::string one_day_off = R"([{"date":"2025-09-05","name":"Invented","kind":"one-off"}])";

TEST_CASE("A day off counts as known from the day on which it was settled, also once it is taken back", "[unit]") {
  auto storage = unopened();
  settle(*storage, closures_setting, one_day_off, "2025-09-10");
  settle(*storage, closures_setting, "", "2025-09-20");
  const auto is_known_on = [&](const char* day) {
    return !storage->known_on(a_day(day)).rules->calendar.working(a_day("2025-09-05"));
  };
  CHECK_FALSE(is_known_on("2025-09-09"));
  CHECK(is_known_on("2025-09-10"));
  CHECK(is_known_on("2025-09-19"));
  CHECK_FALSE(is_known_on("2025-09-20"));
  CHECK(storage->known_on(a_day("2025-09-09")).rules->stamp != storage->known_on(a_day("2025-09-10")).rules->stamp);
}

TEST_CASE("Bank holidays, closures and rules of an earlier program and configuration stand for its days", "[unit]") {
  auto storage = unopened();
  auto earlier = given_rules({});
  earlier.program = "another";
  earlier.closures = "[[closure]]\ndate = 2025-08-14\nname = \"Invented\"\n";
  earlier.overlay_name = "invented.toml";
  earlier.overlay = "id = \"invented\"\nname = \"An invented partnership\"\n";
  earlier.from_the_start = true;
  settle(*storage, given_rules_setting, given_rules_value(earlier), "2025-06-01");
  storage->note_given_rules();
  for (const auto* day : {"2025-05-01", "2025-08-01"}) {
    INFO(day);
    const auto known = storage->known_on(a_day(day));
    CHECK(known.is_told);
    CHECK(known.rules->law.partnership().name == "An invented partnership");
    CHECK_FALSE(known.rules->calendar.working(a_day("2025-08-14")));
    // Of that program nothing is left to count with.
    CHECK(known.then.program != known.rules->stamp.program);
    CHECK(known.then.rules == known.rules->stamp.rules);
    CHECK(known.then.days_off == known.rules->stamp.days_off);
  }
  CHECK(storage->known_on_or_now(storage->moment().today).rules->calendar.working(a_day("2025-08-14")));
}

TEST_CASE("Which rules came with the program is put on record when they are others, and once", "[unit]") {
  auto storage = unopened();
  storage->note_given_rules();
  storage->note_given_rules();
  auto all = storage->settings().history(given_rules_setting);
  REQUIRE(all.size() == 1);
  CHECK(read_given_rules(all.front().value)->from_the_start);
  auto other = given_rules({});
  other.law = "another";
  settle(*storage, given_rules_setting, given_rules_value(other), "2025-06-01");
  storage->note_given_rules();
  all = storage->settings().history(given_rules_setting);
  REQUIRE(all.size() == 3);
  CHECK(read_given_rules(all.back().value)->is_same_as(given_rules({})));
  CHECK_FALSE(read_given_rules(all.back().value)->from_the_start);
}

TEST_CASE("What held before the service began to record it is not told", "[unit]") {
  auto storage = unopened();
  settle(*storage, given_rules_setting, given_rules_value(given_rules({})), "2025-06-01");
  CHECK_FALSE(storage->known_on(a_day("2025-05-31")).is_told);
  CHECK(storage->known_on(a_day("2025-06-01")).is_told);
}

TEST_CASE("Rules that cannot be read any more are those of now, and are told as others", "[unit]") {
  auto storage = unopened();
  settle(*storage, given_rules_setting, given_rules_value(given_rules({})), "2025-06-01");
  settle(*storage, "overlay-law", "not = [what it was", "2025-06-02");
  const auto known = storage->known_on(a_day("2025-06-03"));
  CHECK(known.rules->law.partnership().name == storage->desk().law().partnership().name);
  CHECK(known.then.rules != known.rules->stamp.rules);
}

}  // namespace
}  // namespace reviewd
