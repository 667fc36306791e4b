#include "libreview/views/feed_rows.hpp"
#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

constexpr int plenty = 1000;
const Date today = day("2026-03-02");

/// Arms of one record, and what happens to them.
struct Shelf {
  std::unique_ptr<Store> store = Store::in_memory(true);
  AlertArms arms{*store};

  void keep(const std::vector<Armed>& armed, Because because = Because::recorded) {
    store->begin();
    REQUIRE(arms.keep("cases/26-0001", armed, because));
    REQUIRE(arms.stamp(today, start_of_london_day(today), plenty));
    REQUIRE(store->commit());
  }
  /// What is due at once: the days before.
  std::vector<std::string> moved() {
    std::vector<std::string> all;
    for (const auto& kept : arms.due(today, plenty)) all.push_back(kept.moved_from + ">" + kept.arm.due.iso());
    return all;
  }
  void told() {
    store->begin();
    for (const auto& kept : arms.due(today, plenty)) REQUIRE(arms.put_next(kept, std::nullopt));
    REQUIRE(store->commit());
  }
  int sequence() {
    auto row = store->prepare("SELECT sequence FROM alert_arms");
    REQUIRE(row.step());
    return row.small(0);
  }
};

Armed due_on(std::string_view iso, const std::string& started_by = "first") {
  return {{"notify-panel", started_by, day(iso), ""}, day("2026-03-20")};
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a day that the rules moved is told from where it was, however often it moved meanwhile", "[unit]") {
  Shelf shelf;
  shelf.keep({due_on("2026-03-23")});
  CHECK(shelf.moved().empty());
  shelf.keep({due_on("2026-03-24")}, Because::rules);
  CHECK(shelf.moved() == Texts{"2026-03-23>2026-03-24"});
  shelf.keep({due_on("2026-03-25")}, Because::rules);
  CHECK(shelf.moved() == Texts{"2026-03-23>2026-03-25"});
  shelf.keep({due_on("2026-03-25")}, Because::rules);
  CHECK(shelf.moved() == Texts{"2026-03-23>2026-03-25"});
  shelf.told();
  CHECK(shelf.moved().empty());
  shelf.keep({due_on("2026-03-25")}, Because::rules);
  CHECK(shelf.moved().empty());
}

TEST_CASE("a day that moved there and back is not told, nor one that somebody moved by recording", "[unit]") {
  Shelf shelf;
  shelf.keep({due_on("2026-03-23")});
  shelf.keep({due_on("2026-03-24")}, Because::rules);
  shelf.keep({due_on("2026-03-23")}, Because::rules);
  CHECK(shelf.moved().empty());
  shelf.keep({due_on("2026-03-26")});
  CHECK(shelf.moved().empty());
  shelf.keep({due_on("2026-03-27", "second")}, Because::rules);
  CHECK(shelf.moved().empty());
  shelf.keep({due_on("2026-03-30", "second")}, Because::rules);
  shelf.keep({});
  CHECK(shelf.moved().empty());
}

TEST_CASE("what an entry leaves as it was waits for its next step; under other rules it is looked at again", "[unit]") {
  Shelf shelf;
  const auto first = day("2026-03-20");
  const auto looked_at = [&] { return shelf.arms.due(first, plenty).size(); };
  shelf.keep({due_on("2026-03-23")});
  REQUIRE(looked_at() == 1);
  shelf.store->begin();
  REQUIRE(shelf.arms.put_next(shelf.arms.due(first, plenty).front(), day("2026-03-23")));
  REQUIRE(shelf.store->commit());
  shelf.keep({due_on("2026-03-23")});
  CHECK(looked_at() == 0);
  shelf.keep({due_on("2026-03-23")}, Because::rules);
  CHECK(looked_at() == 1);
}

TEST_CASE("the number of an arm grows with each move, end and start, and with nothing else", "[unit]") {
  Shelf shelf;
  shelf.keep({due_on("2026-03-23")});
  CHECK(shelf.sequence() == 0);
  shelf.keep({due_on("2026-03-23")});
  shelf.keep({due_on("2026-03-23")}, Because::rules);
  CHECK(shelf.sequence() == 0);
  shelf.keep({due_on("2026-03-24")});
  CHECK(shelf.sequence() == 1);
  shelf.keep({});
  CHECK(shelf.sequence() == 2);
  shelf.keep({});
  CHECK(shelf.sequence() == 2);
  shelf.keep({due_on("2026-03-24", "second")});
  CHECK(shelf.sequence() == 3);
}

}  // namespace review::test
