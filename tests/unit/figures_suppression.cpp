#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdint>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/suppress.hpp"
#include "tests/support/attacker.hpp"

/// What is left out of published tables, and that nobody can work it out.
namespace review::test {
namespace {

constexpr int below = 5;

/// The same numbers every time.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  int up_to(int most) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<int>((state_ >> 16U) % static_cast<std::uint32_t>(most + 1));
  }

 private:
  std::uint32_t state_;
};

using Numbers = std::vector<std::vector<int>>;

void put(FigureTable& table, const std::string& row, const std::string& column, int number) {
  for (int i = 0; i < number; ++i) count_in(table, row, column, {fmt::format("{}-{}-{}", row, column, i)});
}

/// A guarded table of these numbers with both totals; its last row is the same in all tables that are made so.
FigureTable table_of(const std::string& id, const Numbers& numbers) {
  std::vector<FigureLine> rows;
  std::vector<FigureLine> columns;
  for (std::size_t row = 0; row < numbers.size(); ++row) rows.push_back({fmt::format("row-{}", row), "Row"});
  for (std::size_t column = 0; column < numbers.front().size(); ++column)
    columns.push_back({fmt::format("column-{}", column), "Column"});
  auto table = empty_table({.id = id, .title = id, .note = "Invented.", .clock = "", .guarded = true}, rows, columns);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column)
      put(table, rows[row].id, columns[column].id, numbers[row][column]);
  }
  add_row_of_all(table);
  add_column_of_all(table);
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    table.figures.back()[column].shared = "all/" + table.columns[column].id;
  return table;
}

/// Numbers at random that add up, column by column, to `totals`.
Numbers split(Dice& dice, const std::vector<int>& totals, std::size_t rows) {
  Numbers numbers(rows, std::vector<int>(totals.size()));
  for (std::size_t column = 0; column < totals.size(); ++column) {
    for (int left = totals[column]; left > 0;) {
      const int some = std::min(left, 1 + dice.up_to(5));
      numbers[static_cast<std::size_t>(dice.up_to(static_cast<int>(rows) - 1))][column] += some;
      left -= some;
    }
  }
  return numbers;
}

std::vector<FigureTable> random_tables(Dice& dice) {
  const std::vector<int> totals{dice.up_to(25), dice.up_to(12)};
  std::vector<FigureTable> tables;
  for (const char* id : {"age", "sex", "plan"})
    tables.push_back(table_of(id, split(dice, totals, static_cast<std::size_t>(2 + dice.up_to(2)))));
  return tables;
}

/// The figures from 1 to 4 of which the attacker knows that they are not 5 or more.
std::vector<std::string> found_out(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                                   const std::vector<PublishedPack>& before = {}) {
  return Attacker::found_out(tables, hidden, below, before);
}

std::string shown(const FigureTable& table, const HiddenFigures& hidden) {
  std::string all;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const FigureName name{table.id, table.rows[row].id, table.columns[column].id};
      all += hidden_in(hidden, name) == Hidden::no ? std::to_string(table.at({row, column}).value()) + " " : "c ";
    }
    all += "| ";
  }
  return all;
}

FigureTable simple(const std::string& id, const std::vector<int>& numbers, bool guarded = true) {
  std::vector<FigureLine> rows;
  for (std::size_t row = 0; row < numbers.size(); ++row) rows.push_back({fmt::format("row-{}", row), "Row"});
  auto table = empty_table({.id = id, .title = id, .note = "Invented.", .clock = "", .guarded = guarded}, rows,
                           {{std::string(all_lines), "Number"}});
  for (std::size_t row = 0; row < numbers.size(); ++row) put(table, rows[row].id, std::string(all_lines), numbers[row]);
  add_row_of_all(table);
  return table;
}

}  // namespace

TEST_CASE("A small number is left out, and the next smallest with it, so that the total does not tell it", "[unit]") {
  struct Row {
    std::vector<int> numbers;
    const char* shown;
  };
  const Row rows[] = {{{12, 7, 20}, "12 | 7 | 20 | 39 | "},
                      {{12, 3, 20}, "c | c | 20 | 35 | "},
                      {{12, 0, 20}, "12 | 0 | 20 | 32 | "},  // nobody stands behind a 0
                      {{12, 2, 4}, "12 | c | c | 18 | "},    // either may be 5 or more
                      {{12, 2, 1}, "c | c | c | 15 | "},     // together they are 3
                      {{2, 0, 1}, "c | c | c | c | "},       // of three children a 0 would say what they are not
                      {{0, 0, 0}, "0 | 0 | 0 | 0 | "},
                      {{4, 0, 0}, "c | c | c | c | "},
                      {{5, 4, 0}, "c | c | 0 | 9 | "},
                      // A c is somebody, since a 0 is published: of 5 that are several, none is 5.
                      {{1, 1, 1, 1, 1}, "c | c | c | c | c | c | "},
                      {{1, 1, 1, 2}, "c | c | c | c | c | "},
                      {{4, 1}, "c | c | c | "},
                      {{4, 2}, "c | c | 6 | "},  // one may be 5, and the other 1
                      // The 0 says that the total is not small, and neither of the others.
                      {{1, 1, 1, 2, 0}, "c | c | c | c | 0 | c | "}};
  for (const auto& row : rows) {
    const auto table = simple("age", row.numbers);
    const auto hidden = suppress({table}, below);
    CHECK(shown(table, hidden) == row.shown);
    CHECK(found_out({table}, hidden).empty());
  }
}

TEST_CASE("Of a small group no row says what nobody in it is, unless nobody at all is it", "[unit]") {
  struct Row {
    Numbers numbers;
    const char* shown;
  };
  const Row rows[] = {
      // All of three are left out, with the row in which nobody is.
      {{{1, 0}, {2, 0}, {0, 0}}, "c c c | c c c | c c c | c c c | "},
      // Nobody is in the last row, which its own total says. The 7 would say that none of the three is beside them, and
      // with that that they are few.
      {{{9, 3}, {7, 0}, {0, 0}}, "c c 12 | c c c | 0 0 0 | c c 19 | "},
      {{{6, 5}, {0, 0}, {0, 2}}, "c c c | 0 0 0 | c c c | 6 7 13 | "}};
  for (const auto& row : rows) {
    const auto table = table_of("age", row.numbers);
    const auto hidden = suppress({table}, below);
    CHECK(shown(table, hidden) == row.shown);
    CHECK(found_out({table}, hidden).empty());
  }
}

TEST_CASE("Whoever knows that a 0 is published finds what is left out by sums alone", "[unit]") {
  const auto leave_out = [](const FigureTable& table, const std::vector<std::string>& rows) {
    HiddenFigures hidden;
    for (const auto& row : rows) hidden.emplace(FigureName{table.id, row, std::string(all_lines)}, Hidden::small);
    return hidden;
  };
  const auto five = simple("age", {1, 1, 1, 1, 1});
  CHECK(found_out({five}, leave_out(five, {"row-0", "row-1", "row-2", "row-3", "row-4"})).size() == 5);
  const auto two = simple("age", {4, 1});
  CHECK(found_out({two}, leave_out(two, {"row-0", "row-1"})).size() == 2);
  // All that is said is that they are one or more.
  CHECK(found_out({two}, leave_out(two, {"row-0", "row-1", "all"})).empty());
}

TEST_CASE("A table that is not guarded is published as it is", "[unit]") {
  const auto table = simple("notifications", {3, 1, 0}, false);
  CHECK(shown(table, suppress({table}, below)) == "3 | 1 | 0 | 4 | ");
}

TEST_CASE("What one table leaves out, the total in another does not tell", "[unit]") {
  auto age = simple("age", {2, 9});
  auto sex = simple("sex", {6, 5});
  for (auto* table : {&age, &sex}) table->figures.back().front().shared = "children";
  const std::vector<FigureTable> both{age, sex};
  // To leave the total out of one table alone would tell it by the other.
  const auto hidden = suppress(both, below);
  CHECK(shown(age, hidden) == "c | c | 11 | ");
  CHECK(shown(sex, hidden) == "6 | 5 | 11 | ");
  CHECK(found_out(both, hidden).empty());
}

TEST_CASE("Whoever tries every difference of random tables finds no small number", "[unit]") {
  std::size_t told_by_others = 0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    Dice dice(seed);
    const auto tables = random_tables(dice);
    const auto hidden = suppress(tables, below);
    INFO("seed " << seed << ": " << shown(tables[0], hidden) << " / " << shown(tables[1], hidden) << " / "
                 << shown(tables[2], hidden));
    CHECK(found_out(tables, hidden) == std::vector<std::string>());
    // The attacker is no fool: where only small numbers are left out, many of them are found.
    HiddenFigures only_small;
    for (const auto& [name, why] : hidden) {
      if (why == Hidden::small) only_small.emplace(name, why);
    }
    told_by_others += found_out(tables, only_small).size();
  }
  CHECK(told_by_others > 20);
}

TEST_CASE("A pack beside an earlier one of the same period tells no small number, and no small change", "[unit]") {
  const auto first = simple("age", {2, 9, 30});
  const auto hidden_first = suppress({first}, below);
  CHECK(shown(first, hidden_first) == "c | c | 30 | 41 | ");
  const std::vector<PublishedPack> before{{{first}, hidden_first}};

  // Nothing changed: the same is left out, though something else would do for this pack alone.
  CHECK(suppress({first}, below, before) == hidden_first);

  // One child more: 31 beside 30 would tell that there is one, and so would the total.
  const auto second = simple("age", {2, 9, 31});
  const auto hidden = suppress({second}, below, before);
  CHECK(hidden_in(hidden, {"age", "row-2", "all"}) != Hidden::no);
  CHECK(hidden_in(hidden, {"age", "all", "all"}) != Hidden::no);
  CHECK(found_out({second}, hidden, before).empty());

  // Six more are no small number.
  const auto third = simple("age", {2, 9, 36});
  CHECK(shown(third, suppress({third}, below, before)) == "c | c | 36 | 47 | ");
}

TEST_CASE("Random packs beside random earlier ones tell no small number", "[unit]") {
  for (std::uint32_t seed = 101; seed <= 115; ++seed) {
    Dice dice(seed);
    const auto first = random_tables(dice);
    auto second = first;
    second[0] = table_of("age", split(dice, {dice.up_to(25), dice.up_to(12)}, 3));
    second.resize(1);
    const std::vector<PublishedPack> before{{first, suppress(first, below)}};
    const auto hidden = suppress(second, below, before);
    INFO("seed " << seed << ": " << shown(first[0], before[0].hidden) << " then " << shown(second[0], hidden));
    CHECK(found_out(second, hidden, before) == std::vector<std::string>());
  }
}

TEST_CASE("Nothing is small where no number is said", "[unit]") { CHECK(suppress({simple("age", {2, 9})}, 0).empty()); }

}  // namespace review::test
