#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/views/embargo_rows.hpp"
#include "libreview/views/publication_rows.hpp"
#include "libreview/views/views.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

constexpr int cases = 2000;
const Reader rows_reader{"ann", Role::coordinator};
const Date rows_day = day("2026-06-01");

std::string case_of(int number) { return fmt::format("26-{:04}", number); }

/// Views with 2,000 cases; every hundredth has two embargoes and two published reviews, on one of three days.
struct RowShelf {
  std::unique_ptr<Store> store = Store::in_memory();
  Views views{*store};

  RowShelf() {
    REQUIRE(views.reset("test"));
    store->begin();
    for (int number = 1; number <= cases; ++number) put(case_of(number), number % 100 == 0 ? number / 100 : 0);
    REQUIRE(store->commit());
  }

  void put(const std::string& case_id, int turn) {
    v1::CaseFile file;
    file.set_case_(case_id);
    for (int i = 0; turn != 0 && i < 2; ++i) {
      auto& embargo = *file.add_embargoes();
      embargo.set_embargo(fmt::format("embargo-{}", i + 1));
      embargo.set_since(fmt::format("2026-0{}-01", 1 + turn % 3));
      embargo.set_review_on(fmt::format("2026-0{}-01", 5 + turn % 3));
      embargo.set_lifted(i == 1);
      auto& review = *file.add_reviews();
      review.set_review(fmt::format("review-{}", i + 1));
      review.set_form(v1::PUBLICATION_FORM_FULL);
      review.set_published_on(fmt::format("2026-0{}-01", 1 + turn % 3));
      if (i == 1) review.set_taken_down_on("2026-05-01");
    }
    auto& led = *file.add_reviews();
    led.set_led_by("26-9999");
    led.set_published_on("2026-01-01");
    REQUIRE(views.put(file, {}));
  }

  Texts embargoes(EmbargoesWanted wanted, const Reader& reader = rows_reader) {
    return walked(std::move(wanted), [&](const auto& asked) { return embargo_rows(*store, asked, reader, rows_day); });
  }
  Texts publications(PublicationsWanted wanted, const Reader& reader = rows_reader) {
    return walked(std::move(wanted),
                  [&](const auto& asked) { return publication_rows(*store, asked, reader, rows_day); });
  }

  /// Every page, by the key of the last row of the page before.
  static Texts walked(auto wanted, auto page) {
    Texts found;
    for (;;) {
      const auto rows = page(wanted);
      REQUIRE(rows);
      CHECK(static_cast<int>(rows->size()) <= wanted.limit);
      for (const auto& row : *rows) {
        const auto key = row.key();
        found.push_back(key[0] + " " + key[1] + " " + key[2]);
      }
      if (static_cast<int>(rows->size()) < wanted.limit) return found;
      wanted.after = rows->back().key();
    }
  }
};

TEST_CASE("the lists of embargoes and publications hold the cases that have one, whatever their number", "[unit]") {
  RowShelf shelf;
  const auto held = shelf.embargoes({.limit = 1000});
  CHECK(held.size() == 40);
  CHECK(std::ranges::is_sorted(held));
  const auto published = shelf.publications({.limit = 1000});
  CHECK(published.size() == 40);
  // Newest first, and of one day by case.
  CHECK(published.front() == "2026-03-01 26-0200 0");
  CHECK(published[1] == "2026-03-01 26-0200 1");
  CHECK(published.back() == "2026-01-01 26-1800 1");
  for (const int size : {1, 3, 20, 40}) {
    INFO(size);
    CHECK(shelf.embargoes({.limit = size}) == held);
    CHECK(shelf.publications({.limit = size}) == published);
  }
}

TEST_CASE("a list of embargoes or publications is narrowed in the store", "[unit]") {
  RowShelf shelf;
  CHECK(shelf.embargoes({.case_id = "26-0200", .limit = 7}) == Texts{"2026-03-01 26-0200 0", "2026-03-01 26-0200 1"});
  CHECK(shelf.embargoes({.case_id = "26-0201", .limit = 7}).empty());
  CHECK(shelf.embargoes({.live = true, .limit = 7}).size() == 20);
  CHECK(shelf.embargoes({.since = "2026-03-01", .limit = 7}).size() == 14);
  // To be looked at on 1 May, and not lifted: every third.
  CHECK(shelf.embargoes({.overdue_on = rows_day, .limit = 7}).size() == 6);
  const auto filtered = [&](const std::string& filter) {
    return shelf.publications({.terms = *parse_filter(filter), .limit = 7});
  };
  CHECK(filtered("case=26-0200").size() == 2);
  CHECK(filtered("case=\"cases/26-0200\"").size() == 2);
  CHECK(filtered("takenDown=true").size() == 20);
  CHECK(filtered("takenDown=false AND publishedOn>=2026-03-01").size() == 7);
  CHECK(filtered("form!=FULL").empty());
  const auto refused =
      publication_rows(*shelf.store, {.terms = *parse_filter("colour=red"), .limit = 7}, rows_reader, rows_day);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::malformed);
  CHECK_FALSE(publication_rows(*shelf.store, {.after = {"2026-01-01"}, .limit = 7}, rows_reader, rows_day));
  CHECK_FALSE(embargo_rows(*shelf.store, {.after = {"2026-01-01"}, .limit = 7}, rows_reader, rows_day));
}

TEST_CASE("a case that is hidden, or has no embargo any more, is in no list", "[unit]") {
  RowShelf shelf;
  v1::CaseFile sealed;
  sealed.set_case_("26-0200");
  sealed.set_sealed(true);
  sealed.add_embargoes()->set_since("2026-01-01");
  auto& review = *sealed.add_reviews();
  review.set_review("review-1");
  review.set_published_on("2026-04-01");
  REQUIRE(shelf.views.put(sealed, {}));
  CHECK(shelf.embargoes({.limit = 100}).size() == 38);
  CHECK(shelf.publications({.limit = 100}).size() == 38);
  CHECK(shelf.embargoes({.case_id = "26-0200", .limit = 100}).empty());
  CHECK(shelf.embargoes({.limit = 100}, Reader{"ada", Role::administrator}).empty());
  shelf.put("26-0300", 0);
  CHECK(shelf.embargoes({.limit = 100}).size() == 36);
  CHECK(shelf.publications({.limit = 100}).size() == 36);
}

}  // namespace
}  // namespace review::test
