#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/published_form.hpp"
#include "libreview/figures/rows_of_none.hpp"
#include "libreview/figures/suppress.hpp"
#include "tests/support/attacker.hpp"
#include "tests/support/full_year.hpp"

/// What a table that is not guarded says beside the guarded ones: how many cases of a route there were, each of which
/// concerns a child at least.
namespace review::test {
namespace {

constexpr int small_below = 5;

/// Children of a row, by the route of their case.
struct ByRoute {
  const char* row;
  int notified;
  int directed;
};

void put_some(FigureTable& table, const std::string& row, const std::string& column, int number) {
  for (int i = 0; i < number; ++i) count_in(table, row, column, {fmt::format("{}-{}-{}", row, column, i)});
}

FigureTable cases_by_route(int notified, int directed) {
  auto table = empty_table({.id = "routes", .title = "Cases by route", .note = "Invented.", .clock = ""},
                           {{"notified", "Notified"}, {"directed", "Directed"}}, {{std::string(all_lines), "Number"}});
  put_some(table, "notified", std::string(all_lines), notified);
  put_some(table, "directed", std::string(all_lines), directed);
  add_row_of_all(table);
  return table;
}

/// With the columns of the routes in what is published, or without.
FigureTable children_by_sex(const std::vector<ByRoute>& rows, bool split_is_published) {
  std::vector<FigureLine> lines;
  for (const auto& row : rows) lines.push_back({row.row, row.row});
  FigureTableRule rule{.id = "children-sex", .title = "Children by sex", .note = "Invented.", .clock = ""};
  rule.guarded = true;
  rule.categories = true;
  if (!split_is_published) rule.own_columns = {"notified", "directed"};
  auto table = empty_table(rule, lines, {{"notified", "Notified"}, {"directed", "Directed"}});
  for (const auto& row : rows) {
    put_some(table, row.row, "notified", row.notified);
    put_some(table, row.row, "directed", row.directed);
  }
  add_row_of_all(table);
  add_column_of_all(table);
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    table.figures.back()[column].shared = "children/" + table.columns[column].id;
  return table;
}

std::vector<std::string> found_in_published(const std::vector<FigureTable>& tables) {
  return Attacker::found_out(published_form(tables), suppress(tables, small_below), small_below);
}

}  // namespace

TEST_CASE("Children by route are told by the cases of each route, so what is published has no such columns", "[unit]") {
  struct Year {
    const char* what;
    std::vector<ByRoute> children;
    bool is_told;
  };
  const Year years[] = {
      {"a child for each case", {{"female", 0, 0}, {"male", 0, 0}, {"not-recorded", 14, 3}}, true},
      {"one child more than cases", {{"female", 7, 1}, {"male", 8, 2}}, true},
      // Two more, and those of the route that is small may be 5.
      {"two children more than cases", {{"female", 8, 1}, {"male", 8, 2}}, false},
  };
  const auto cases = cases_by_route(14, 3);
  for (const auto& year : years) {
    INFO(year.what);
    const auto split = found_in_published({cases, children_by_sex(year.children, true)});
    const bool told = std::ranges::find(split, "children-sex/all/directed") != split.end();
    CHECK(told == year.is_told);
    CHECK(found_in_published({cases, children_by_sex(year.children, false)}) == std::vector<std::string>());
  }
}

TEST_CASE("However few children there are, one for each case, the cases tell none of their small numbers", "[unit]") {
  std::size_t told_by_split = 0;
  for (int girls = 0; girls <= 3; ++girls) {
    for (int boys = 0; boys <= 6; boys += 2) {
      for (int directed = 0; directed <= 2; ++directed) {
        const std::vector<ByRoute> children{{"female", girls, directed}, {"male", boys, 1}, {"not-known", 0, 0}};
        const auto cases = cases_by_route(girls + boys, directed + 1);
        INFO(girls << " girls and " << boys << " boys notified, " << directed << " girls and a boy directed");
        CHECK(found_in_published({cases, children_by_sex(children, false)}) == std::vector<std::string>());
        told_by_split += found_in_published({cases, children_by_sex(children, true)}).size();
      }
    }
  }
  CHECK(told_by_split > 10);
}

TEST_CASE("What is published loses the columns of our own view and the totals over them, and no more", "[unit]") {
  const auto ours = children_by_sex({{"female", 8, 1}, {"male", 8, 2}}, false);
  const auto published = published_form({ours}).front();
  REQUIRE(published.columns.size() == 1);
  CHECK(published.columns.front().id == all_lines);
  CHECK(published.at({0, 0}).value() == 9);
  CHECK(published.at({2, 0}).value() == 19);
  REQUIRE(published.sums.size() == 1);
  CHECK(published.sums.front().whole == FigurePlace{2, 0});
  CHECK(published.sums.front().parts == std::vector<FigurePlace>{{0, 0}, {1, 0}});
  // What is not published covers nothing, and nothing is left out to cover it.
  const auto hidden = suppress({ours}, small_below);
  for (const char* row : {"female", "male", "all"}) {
    INFO(row);
    CHECK(hidden_in(hidden, {"children-sex", row, "notified"}) == Hidden::beside);
    CHECK(hidden_in(hidden, {"children-sex", row, "directed"}) == Hidden::beside);
    CHECK(hidden_in(hidden, {"children-sex", row, "all"}) == Hidden::no);
  }
}

TEST_CASE("A row is told as none for us and for publication alike, and never one with a number", "[unit]") {
  const auto ours = children_by_sex({{"female", 0, 0}, {"male", 0, 0}, {"not-known", 0, 0}, {"other", 14, 6}}, false);
  const auto hidden = suppress({ours}, small_below);
  const std::vector<std::size_t> none{0, 1, 2};
  CHECK(rows_of_none(ours, hidden) == none);
  CHECK(rows_of_none(published_form({ours}).front(), hidden) == none);
  // Of three children what none of them is is left out too.
  const auto few = children_by_sex({{"female", 0, 0}, {"male", 0, 0}, {"not-known", 0, 0}, {"other", 2, 1}}, false);
  const auto hidden_of_few = suppress({few}, small_below);
  CHECK(rows_of_none(few, hidden_of_few).empty());
  CHECK(rows_of_none(published_form({few}).front(), hidden_of_few).empty());
}

TEST_CASE("No table of children is published by route, and every one stays by route in our own view", "[unit]") {
  const auto ours = full_year().pack(full_year_from, full_year_to, full_year_to);
  const auto published = published_form(ours);
  REQUIRE(published.size() == ours.size());
  int of_children = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    INFO(ours[i].id);
    if (!ours[i].id.starts_with("children-")) {
      CHECK(published[i].columns.size() == ours[i].columns.size());
      continue;
    }
    ++of_children;
    CHECK(ours[i].columns.size() == 3);
    CHECK(published[i].columns.size() == 1);
    CHECK(number_in(published, ours[i].id, "all", "all") == 27);
  }
  CHECK(of_children == 7);
}

TEST_CASE("A rule that keeps a column to us that is not there is refused", "[unit]") {
  FigureTableRule rule{.id = "table", .title = "Table", .note = "Invented.", .clock = ""};
  rule.own_columns = {"notifed"};
  CHECK_THROWS_AS(empty_table(rule, {{"a", "A"}}, {{"notified", "Notified"}}), std::logic_error);
}

}  // namespace review::test
