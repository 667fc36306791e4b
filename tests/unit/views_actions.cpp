#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/views/action_rows.hpp"
#include "libreview/views/views.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

const Reader coordinator{"ann", Role::coordinator};
const Date a_day = day("2026-06-15");

/// Views with four cases: each with two actions, due on the first of June and of July, and a recommendation to two.
struct Shelf {
  std::unique_ptr<Store> store = Store::in_memory();
  Views views{*store};

  Shelf() {
    REQUIRE(views.reset("test"));
    store->begin();
    for (int number = 1; number <= 4; ++number) REQUIRE(views.put(file_of(number), {}));
    REQUIRE(store->commit());
  }

  static v1::CaseFile file_of(int number) {
    v1::CaseFile file;
    file.set_case_(fmt::format("26-000{}", number));
    for (const auto* due : {"2026-06-01", "2026-07-01"}) {
      auto& action = *file.add_actions();
      action.set_action(fmt::format("action-{}", file.actions_size()));
      action.set_owner(number % 2 == 0 ? "POLICE" : "city-hospital");
      action.set_due_on(due);
      action.set_person(number == 1 ? "pat" : "");
      action.set_progress(number == 4 ? v1::PROGRESS_COMPLETE : v1::PROGRESS_RED);
      action.set_complete(number == 4);
      action.set_monitored_by(number == 2 ? "BOARD" : "SUBGROUP");
    }
    auto& made = *file.add_recommendations();
    made.set_recommendation("recommendation-1");
    made.set_kind(v1::RECOMMENDATION_KIND_NATIONAL);
    made.set_made_on(fmt::format("2026-0{}-01", number));
    made.add_to("PANEL");
    made.add_to("city-hospital");
    auto& answer = *made.add_answers();
    answer.set_by("city-hospital");
    answer.set_answer(v1::RECOMMENDATION_ANSWER_REJECTED);
    return file;
  }

  Texts actions(const std::string& filter, const Reader& reader = coordinator) {
    return named(action_rows(*store, {.terms = *parse_filter(filter), .limit = 100}, reader, a_day));
  }
  /// Of a partnership with these groups.
  Texts watched_by_none(const Texts& groups) {
    return named(action_rows(*store, {.terms = *parse_filter("monitoredBy=NOBODY"), .limit = 100, .groups = groups},
                             coordinator, a_day));
  }
  Texts recommendations(const std::string& filter) {
    return named(recommendation_rows(*store, {.terms = *parse_filter(filter), .limit = 100}, coordinator, a_day));
  }
  static Texts named(const Result<std::vector<ActionRow>>& rows) {
    REQUIRE(rows);
    Texts all;
    for (const auto& row : *rows)
      all.push_back(row.day + " " + row.case_id + " " + row.name + (row.body.empty() ? "" : " ") + row.body);
    return all;
  }
};

TEST_CASE("An action of a group that is no more is watched over by nobody", "[unit]") {
  Shelf shelf;
  CHECK(shelf.watched_by_none({"SUBGROUP", "BOARD"}).empty());
  CHECK(shelf.watched_by_none({"SUBGROUP"}) == shelf.actions("monitoredBy=BOARD"));
  CHECK(count_unwatched(*shelf.store, coordinator, a_day, {"SUBGROUP", "BOARD"}) == 0);
  CHECK(count_unwatched(*shelf.store, coordinator, a_day, {"SUBGROUP"}) == 2);
  // Of those of the fourth case nobody needs to hear: they are complete.
  CHECK(count_unwatched(*shelf.store, coordinator, a_day, {"BOARD"}) == 4);
  CHECK(count_unwatched(*shelf.store, coordinator, a_day, {}) == 6);
}

TEST_CASE("actions are listed, open ones first and by due day, page by page, each once", "[unit]") {
  Shelf shelf;
  const auto all = shelf.actions("");
  CHECK(all.size() == 8);
  const auto first_complete = all.end() - 2;
  CHECK(std::ranges::is_sorted(all.begin(), first_complete));
  CHECK(Texts(first_complete, all.end()) == shelf.actions("progress=COMPLETE"));
  CHECK(*first_complete < *(first_complete - 1));
  for (const int size : {1, 3, 8}) {
    INFO(size);
    Texts found;
    ActionsWanted wanted{.limit = size};
    for (;;) {
      const auto rows = action_rows(*shelf.store, wanted, coordinator, a_day);
      REQUIRE(rows);
      for (const auto& row : *rows) found.push_back(row.day + " " + row.case_id + " " + row.name);
      if (static_cast<int>(rows->size()) < size) break;
      wanted.after = rows->back().key();
    }
    CHECK(found == all);
  }
}

TEST_CASE("by case, the actions of a case stand together, page by page", "[unit]") {
  Shelf shelf;
  Texts found;
  ActionsWanted wanted{.limit = 3, .by_case = true};
  for (;;) {
    const auto rows = action_rows(*shelf.store, wanted, coordinator, a_day);
    REQUIRE(rows);
    for (const auto& row : *rows) found.push_back(row.case_id + " " + row.name);
    if (static_cast<int>(rows->size()) < wanted.limit) break;
    wanted.after = rows->back().key();
  }
  CHECK(found.size() == 8);
  CHECK(std::ranges::is_sorted(found));
}

TEST_CASE("actions are narrowed in the store", "[unit]") {
  Shelf shelf;
  CHECK(shelf.actions("case=26-0003").size() == 2);
  CHECK(shelf.actions("owner=POLICE").size() == 4);
  CHECK(shelf.actions("owner=police") == shelf.actions("owner=POLICE"));
  CHECK(shelf.actions("person=people/pat").size() == 2);
  CHECK(shelf.actions("progress=COMPLETE").size() == 2);
  // Of the four due on 1 June one is complete.
  CHECK(shelf.actions("overdue=true") ==
        Texts{"2026-06-01 26-0001 action-1", "2026-06-01 26-0002 action-1", "2026-06-01 26-0003 action-1"});
  CHECK(shelf.actions("overdue=false").size() == 5);
  CHECK(shelf.actions("overdue!=true") == shelf.actions("overdue=false"));
  CHECK(shelf.actions("monitoredBy=BOARD AND dueOn>=2026-06-02") == Texts{"2026-07-01 26-0002 action-2"});
  for (const auto* wrong : {"colour=red", "progress=BLUE", "overdue=perhaps", "dueOn=soon", "reached=TOP"}) {
    INFO(wrong);
    CHECK_FALSE(action_rows(*shelf.store, {.terms = *parse_filter(wrong), .limit = 7}, coordinator, a_day));
  }
  CHECK_FALSE(action_rows(*shelf.store, {.after = {"2026-06-01"}, .limit = 7}, coordinator, a_day));
}

TEST_CASE("recommendations have a row for each body, with what it answered", "[unit]") {
  Shelf shelf;
  CHECK(shelf.recommendations("").size() == 8);
  CHECK(shelf.recommendations("state=AWAITED AND to=panel").size() == 4);
  CHECK(shelf.recommendations("state=REJECTED AND case=26-0002") ==
        Texts{"2026-02-01 26-0002 recommendation-1 city-hospital"});
  CHECK(shelf.recommendations("madeOn<2026-02-02").size() == 4);
  CHECK(shelf.recommendations("kind=SINGLE_AGENCY").empty());
}

TEST_CASE("an agency's contact sees its own agency's actions of the cases that it belongs to", "[unit]") {
  Shelf shelf;
  const Reader contact{"pat", Role::agency_contact, "police"};
  CHECK(shelf.actions("", contact).empty());
  auto file = Shelf::file_of(2);
  auto& member = *file.add_members();
  member.set_person("pat");
  member.set_from("2026-01-01");
  auto& other = *file.add_actions();
  other.set_action("action-3");
  other.set_owner("city-hospital");
  other.set_due_on("2026-08-01");
  REQUIRE(shelf.views.put(file, {}));
  CHECK(shelf.actions("", contact) == Texts{"2026-06-01 26-0002 action-1", "2026-07-01 26-0002 action-2"});
  // Nor one that another is named for, but the one where they are.
  file.mutable_actions(2)->set_person("pat");
  REQUIRE(shelf.views.put(file, {}));
  CHECK(shelf.actions("", contact).size() == 3);
}

TEST_CASE("what is not in the case any more is in no list", "[unit]") {
  Shelf shelf;
  v1::CaseFile bare;
  bare.set_case_("26-0001");
  REQUIRE(shelf.views.put(bare, {}));
  CHECK(shelf.actions("case=26-0001").empty());
  CHECK(shelf.recommendations("case=26-0001").empty());
}

}  // namespace
}  // namespace review::test
