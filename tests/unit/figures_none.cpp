#include <catch2/catch.hpp>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/rows_of_none.hpp"
#include "reviewd/base/none_sentence.hpp"

/// Which rows of a table of the yearly report a sentence tells.
namespace review::test {
namespace {

/// `kept` has one in one column alone; `a`, `b` and `c` have none, and neither has the total.
FigureTable table_with_none(bool categories = true) {
  auto table =
      empty_table({.id = "table", .title = "Table", .note = "Invented.", .clock = "", .categories = categories},
                  {{"a", "A"}, {"kept", "Kept"}, {"b", "B"}, {"c", "C"}}, {{"one", "One"}, {"two", "Two"}});
  count_in(table, "kept", "two", {"case"});
  return table;
}

using Rows = std::vector<std::size_t>;

}  // namespace

TEST_CASE("A sentence tells the rows that are 0 in every column, and no row with a number", "[unit]") {
  CHECK(rows_of_none(table_with_none(), {}) == Rows{0, 2, 3});
}

TEST_CASE("The total stands in the table, also where it is 0", "[unit]") {
  auto table = empty_table({.id = "table", .title = "Table", .note = "Invented.", .clock = "", .categories = true},
                           {{"a", "A"}, {"b", "B"}, {"c", "C"}}, {{"one", "One"}});
  add_row_of_all(table);
  CHECK(rows_of_none(table, {}) == Rows{0, 1, 2});
}

TEST_CASE("What is left out in any column is never told as none, whether for us or for publication", "[unit]") {
  auto table = table_with_none();
  need_row(table, {"d", "D"});
  CHECK(rows_of_none(table, {{{"table", "b", "two"}, Hidden::small}}) == Rows{0, 3, 4});
  CHECK(rows_of_none(table, {{{"table", "b", "one"}, Hidden::beside}}) == Rows{0, 3, 4});
  CHECK(rows_of_none(table, {{{"other", "b", "one"}, Hidden::small}}) == Rows{0, 2, 3, 4});
}

TEST_CASE("Two rows of none stand in the table, and so does each row of a table that has no categories", "[unit]") {
  CHECK(rows_of_none(table_with_none(), {{{"table", "b", "two"}, Hidden::small}}).empty());
  CHECK(rows_of_none(table_with_none(false), {}).empty());
}

TEST_CASE("What there is none of is named in one sentence", "[unit]") {
  CHECK(reviewd::none_sentence({}).empty());
  CHECK(reviewd::none_sentence({"A", "B", "C"}) == "None: A, B and C.");
  CHECK(reviewd::none_sentence({"A", "B, or not", "C"}) == "None: A; B, or not; and C.");
}

}  // namespace review::test
