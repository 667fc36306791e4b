#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "libreview/figures/published_form.hpp"
#include "libreview/figures/suppress.hpp"
#include "tests/support/attacker.hpp"
#include "tests/support/full_year.hpp"

/// A year in which every table counts something.
namespace review::test {
namespace {

const std::vector<FigureTable>& pack_of_the_year() {
  static const auto pack = full_year().pack(full_year_from, full_year_to, full_year_to);
  return pack;
}

/// What a row of children says: notified, directed, and all.
struct ChildrenRow {
  const char* table;
  const char* row;
  int notified;
  int directed;
};

struct NumberInPack {
  const char* table;
  const char* row;
  const char* column;
  int number;
};

void check_numbers(const std::vector<FigureTable>& pack, std::initializer_list<NumberInPack> numbers) {
  for (const auto& one : numbers) {
    INFO(one.table << " " << one.row << " " << one.column);
    CHECK(number_in(pack, one.table, one.row, one.column) == one.number);
  }
}

const CountedCase* case_of(const std::vector<CountedCase>& cases, const Behind& behind) {
  const auto found =
      std::ranges::find_if(cases, [&](const CountedCase& one) { return one.file.case_() == behind.case_id; });
  return found == cases.end() ? nullptr : &*found;
}

bool resolves(const std::vector<CountedCase>& cases, const Behind& behind) {
  const auto* one = case_of(cases, behind);
  return one != nullptr && std::ranges::find(one->recorded, behind.entry, &v1::Entry::entry) != one->recorded.end();
}

template <class Visit>
void each_figure(const FigureTable& table, Visit visit) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      visit(table.at({row, column}), table.rows[row].id + "/" + table.columns[column].id);
  }
}

}  // namespace

TEST_CASE("Children are counted by sex, ethnicity, disability, care, plan and harm", "[unit]") {
  const ChildrenRow rows[] = {{"children-age", "unborn", 1, 0},
                              {"children-age", "under-1", 7, 0},
                              {"children-age", "1-to-4", 6, 2},
                              {"children-age", "5-to-10", 5, 0},
                              {"children-age", "11-to-15", 3, 1},
                              {"children-age", "16-to-17", 2, 0},
                              {"children-age", "all", 24, 3},
                              {"children-sex", "female", 12, 1},
                              {"children-sex", "male", 11, 2},
                              {"children-sex", "not-known", 1, 0},
                              {"children-sex", "not-recorded", 0, 0},
                              {"children-sex", "all", 24, 3},
                              {"children-ethnicity", "white", 13, 2},
                              {"children-ethnicity", "mixed", 2, 0},
                              {"children-ethnicity", "asian", 5, 0},
                              {"children-ethnicity", "black", 3, 0},
                              {"children-ethnicity", "other", 0, 1},
                              {"children-ethnicity", "not-recorded", 1, 0},
                              {"children-disability", "disabled", 5, 1},
                              {"children-disability", "not-disabled", 12, 0},
                              {"children-disability", "not-recorded", 7, 2},
                              {"children-looked-after", "looked-after", 3, 0},
                              {"children-looked-after", "care-leaver", 2, 0},
                              {"children-looked-after", "neither", 18, 2},
                              {"children-looked-after", "not-recorded", 1, 1},
                              {"children-plan", "none", 7, 2},
                              {"children-plan", "early-help", 2, 1},
                              {"children-plan", "child-in-need", 5, 0},
                              {"children-plan", "child-protection", 10, 0},
                              {"children-plan", "recently-ended", 0, 0},
                              {"children-harm", "serious-harm", 21, 2},
                              {"children-harm", "death", 2, 0},
                              {"children-harm", "other", 1, 1}};
  const auto& pack = pack_of_the_year();
  for (const auto& row : rows) {
    INFO(row.table << " " << row.row);
    CHECK(number_in(pack, row.table, row.row, "notified") == row.notified);
    CHECK(number_in(pack, row.table, row.row, "directed") == row.directed);
    CHECK(number_in(pack, row.table, row.row, "all") == row.notified + row.directed);
  }
}

TEST_CASE("Rules that were not kept are counted by the rule, once for each entry", "[unit]") {
  const auto& pack = pack_of_the_year();
  CHECK(number_in(pack, "irregularities", "not-in-this-stage") == 1);
  CHECK(number_in(pack, "irregularities", "sign-off-missing") == 1);
  CHECK(number_in(pack, "irregularities", "all") == 2);
  // The day of the entry counts, not that of the case.
  CHECK(number_in(full_year().pack("2025-04-01", "2025-07-30", full_year_to), "irregularities", "all") == 0);
}

TEST_CASE("Reviews of a year are counted as each stood, and each by the entry that says so", "[unit]") {
  const auto& pack = pack_of_the_year();
  INFO(written(pack));
  check_numbers(pack, {{"reviews", "in-progress", "statutory", 1},
                       {"reviews", "accepted", "statutory", 2},
                       {"reviews", "published", "statutory", 1},
                       {"reviews", "declined", "statutory", 1},
                       {"reviews", "completed", "local", 1},
                       {"review-kinds", "lcspr", "reviews", 5},
                       {"review-kinds", "lcspr", "cases", 6},
                       {"held", "all", "all", 3},
                       {"held", "criminal", "all", 2},
                       {"held", "inquest", "all", 1},
                       {"held", "court-order", "all", 1},
                       {"held", "embargo", "all", 1}});

  // What holds it is in the case that it covers besides.
  const auto& behind_criminal = table_in(pack, "held").figures.front().back().behind;
  CHECK(std::ranges::any_of(
      behind_criminal, [](const Behind& one) { return one.case_id == "26-0002" && one.of == "review-1-of-26-0001"; }));

  const auto cases = full_year().cases(day(full_year_to));
  std::map<std::string, int> kinds;
  const auto add = [&](const char* table) {
    const auto& of = table_in(pack, table);
    for (const auto& behind : of.figures.back().back().behind) {
      for (const auto& entry : case_of(cases, behind)->recorded) {
        if (entry.entry() != behind.entry) continue;
        const auto& name = v1::Entry::descriptor()->FindFieldByNumber(static_cast<int>(entry.kind_of_case()))->name();
        ++kinds[std::string(table) + " " + name];
      }
    }
  };
  add("reviews");
  add("held");
  CHECK(kinds == std::map<std::string, int>{{"reviews review_commissioned", 1},
                                            {"reviews report_accepted", 2},
                                            {"reviews case_brought_in", 1},
                                            {"reviews report_published", 1},
                                            {"reviews publication_declined", 1},
                                            {"held proceedings_opened", 3}});
}

TEST_CASE("Families of a year are counted by what they answered, and by whether they were shown the report", "[unit]") {
  const auto& pack = pack_of_the_year();
  INFO(written(pack));
  check_numbers(pack, {{"families", "takes-part", "offered", 1},
                       {"families", "declines", "offered", 1},
                       {"families", "not-recorded", "offered", 1},
                       {"families", "not-asked", "not-offered", 1},
                       {"families", "all", "offered", 3},
                       {"families", "all", "all", 4},
                       {"families-shown", "shown", "all", 1},
                       {"families-shown", "not-shown", "all", 3},
                       {"families-shown", "all", "all", 4}});
  // Each opens to the entry that says so, in its own case.
  CHECK(table_in(pack, "families-shown").at({0, 0}).behind.front().case_id == "26-0003");
}

TEST_CASE("Every figure of a year opens to entries that are there", "[unit]") {
  const auto cases = full_year().cases(day(full_year_to));
  for (const auto& table : pack_of_the_year()) {
    INFO(table.id);
    int counted = 0;
    each_figure(table, [&](const Figure& figure, const std::string& place) {
      INFO(place);
      counted += figure.value();
      for (const auto& behind : figure.behind) {
        INFO(behind.case_id << " " << behind.entry << " " << behind.of);
        CHECK(resolves(cases, behind));
      }
    });
    CHECK(counted > 0);
  }
}

TEST_CASE("Each total of a year is the sum of its parts", "[unit]") {
  int not_none = 0;
  for (const auto& table : pack_of_the_year()) {
    INFO(table.id);
    for (const auto& sum : table.sums) {
      int parts = 0;
      for (const auto& part : sum.parts) parts += table.at(part).value();
      CHECK(table.at(sum.whole).value() == parts);
      not_none += parts > 0 ? 1 : 0;
    }
  }
  CHECK(not_none > 60);
}

TEST_CASE("Who has the whole published report of a year, with every total in it, finds no small number", "[unit]") {
  const auto pack = published_form(pack_of_the_year());
  const int below = law().figures().small.front().below;
  const auto hidden = suppress(pack, below);
  CHECK(Attacker::found_out(pack, hidden, below) == std::vector<std::string>());
  // What is not small itself must be left out beside it: else many are found.
  HiddenFigures only_small;
  for (const auto& [name, why] : hidden) {
    if (why == Hidden::small) only_small.emplace(name, why);
  }
  CHECK(Attacker::found_out(pack, only_small, below).size() > 5);
  // And not everything is: how many children there were stays.
  CHECK(hidden_in(hidden, {"children-age", "all", "all"}) == Hidden::no);
  for (const auto& [name, why] : hidden) CHECK(table_in(pack, name.table).guarded);
}

}  // namespace review::test
