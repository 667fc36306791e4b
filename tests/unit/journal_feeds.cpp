#include "libreview/registers/feeds.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

const Instant feeds_nine = *parse_instant("2026-04-02T09:00:00Z");

struct Shelf {
  InMemory memory;
  SystemRandom random;
  Feeds feeds{*memory.store, random};

  MadeFeed make(const std::string& person = "ann", std::string_view scope = my_cases) {
    auto made = feeds.make({person, "coordinator", std::string(scope)}, feeds_nine);
    REQUIRE(made);
    return *made;
  }
};

}  // namespace

TEST_CASE("a feed opens by its secret alone, until it is revoked", "[unit]") {
  Shelf shelf;
  const auto made = shelf.make();
  CHECK(shelf.feeds.live(made.line)->feed == made.feed.feed);
  CHECK(shelf.feeds.live(made.line)->scope == "MY_CASES");
  CHECK_FALSE(shelf.feeds.live(shelf.make().line)->feed == made.feed.feed);
  CHECK_FALSE(shelf.feeds.live(""));
  CHECK_FALSE(shelf.feeds.live(made.line.substr(0, made.line.size() - 1)));
  REQUIRE(shelf.feeds.note_fetched(made.feed.feed, feeds_nine));
  CHECK(shelf.feeds.live(made.line)->fetched == rfc3339(feeds_nine));
  CHECK(shelf.feeds.revoke("bob", made.feed.feed, feeds_nine).error().code == Code::not_found);
  REQUIRE(shelf.feeds.revoke("ann", made.feed.feed, feeds_nine));
  REQUIRE(shelf.feeds.revoke("ann", made.feed.feed, feeds_nine));
  CHECK_FALSE(shelf.feeds.live(made.line));
  CHECK(shelf.feeds.of("ann").size() == 2);
  CHECK(shelf.feeds.of("bob").empty());
}

TEST_CASE("a new address takes the place of the old one, with its scope", "[unit]") {
  Shelf shelf;
  const auto made = shelf.make("ann", all_i_see);
  const auto fresh = shelf.feeds.rotate("ann", "chair", made.feed.feed, feeds_nine);
  REQUIRE(fresh);
  CHECK(fresh->feed.scope == "ALL_I_SEE");
  CHECK(fresh->feed.role == "chair");
  CHECK_FALSE(shelf.feeds.live(made.line));
  CHECK(shelf.feeds.live(fresh->line));
  CHECK(shelf.feeds.rotate("ann", "chair", made.feed.feed, feeds_nine).error().code == Code::not_found);
  CHECK(shelf.feeds.rotate("bob", "chair", fresh->feed.feed, feeds_nine).error().code == Code::not_found);
}

TEST_CASE("nobody has more than ten addresses, whatever they had before", "[unit]") {
  Shelf shelf;
  const auto first = shelf.make();
  for (int i = 1; i < most_feeds; ++i) CHECK_FALSE(shelf.make().line.empty());
  CHECK(shelf.feeds.make({"ann", "reader", "MY_CASES"}, feeds_nine).error().code == Code::malformed);
  CHECK(shelf.feeds.make({"bob", "reader", "SOME"}, feeds_nine).error().code == Code::not_a_choice);
  const auto fresh = shelf.feeds.rotate("ann", "reader", first.feed.feed, feeds_nine);
  REQUIRE(fresh);
  REQUIRE(shelf.feeds.revoke("ann", fresh->feed.feed, feeds_nine));
  CHECK(shelf.feeds.make({"ann", "reader", "MY_CASES"}, feeds_nine));
}

}  // namespace review::journal_test
