#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>

#include "libreview/law/read_past_words.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/nearest.hpp"
#include "libreview/past/past_plan.hpp"
#include "libreview/past/plain_words.hpp"
#include "libreview/past/told_findings.hpp"

/// What is read of a spreadsheet that is far more than anybody's past, by mistake or to do harm.
namespace review {
namespace {

using Cells = std::vector<std::string>;

constexpr int most_rows_of_a_file = 5000;
/// Of 5,000 such rows, on a slow machine and with sanitizers. Before there were limits they took from minutes to hours.
constexpr std::chrono::seconds longest_plan{30};

std::vector<KnownTheme> forty_themes() {
  std::vector<KnownTheme> themes;
  for (int i = 0; i < 40; ++i)
    themes.push_back({fmt::format("theme-{}", i), fmt::format("An invented theme, number {}", i)});
  return themes;
}

std::vector<KnownAgency> hundred_agencies() {
  std::vector<KnownAgency> agencies;
  for (int i = 0; i < 100; ++i)
    agencies.push_back({fmt::format("agency-{}", i), fmt::format("Invented agency number {}", i)});
  return agencies;
}

Sheet sheet_of(const std::string& name, Cells headings, int rows, const std::function<Cells(int)>& row) {
  Sheet sheet{name};
  sheet.rows.push_back({1, std::move(headings)});
  for (int i = 0; i < rows; ++i) sheet.rows.push_back({i + 2, row(i)});
  return sheet;
}

/// So many different words that mean nothing, with that between them.
std::string many_words(int count, int from, const char* between) {
  std::string all;
  for (int i = 0; i < count; ++i) all += fmt::format("unheard of {}{}", from + i, between);
  return all;
}

PastPlan plan_of_book(const Workbook& book, const std::vector<MappedWord>& words = {}) {
  auto mapping = guess_mapping(book, past_words());
  mapping.words = words;
  return plan_past(book, mapping, past_words(), hundred_agencies(), forty_themes(), Date::parse("2026-11-22").value());
}

int errors_in(const std::vector<RowFinding>& findings) {
  return static_cast<int>(std::ranges::count_if(findings, &RowFinding::is_error));
}

bool is_planned_in_time(const Workbook& book, const std::vector<MappedWord>& words = {}) {
  const auto begun = std::chrono::steady_clock::now();
  const auto plan = plan_of_book(book, words);
  const auto took = std::chrono::steady_clock::now() - begun;
  std::size_t told = plan.findings.size();
  for (const auto& one : plan.cases) told += one.findings.size();
  INFO(fmt::format("{} ms, {} findings", std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), told));
  CHECK(told <= 2 * ToldFindings::most + most_rows_of_a_file + 10);
  return took < longest_plan;
}

/// One case, and one row of learning with that theme and that body.
PastPlan plan_of_learning(const std::string& themes, const std::string& to = "") {
  Workbook book;
  book.sheets.push_back(
      {"Cases", {{1, {"Ref", "Child", "Type", "Report accepted"}}, {2, {"A1", "S", "SCR", "3/2/2015"}}}});
  book.sheets.push_back({"Learning", {{1, {"Ref", "Recommendation", "Theme", "To"}}, {2, {"A1", "Ask.", themes, to}}}});
  return plan_of_book(book);
}

TEST_CASE("Of the themes of a cell thirty are read, and one error says that there are more", "[unit]") {
  std::string cell;
  for (int i = 0; i < 31; ++i) cell += fmt::format("theme-{}; ", i);
  const auto more = plan_of_learning(cell);
  REQUIRE(errors_in(more.cases.at(0).findings) == 1);
  const auto says = [](const RowFinding& one) { return one.code + ": " + one.says; };
  std::string said;
  for (const auto& one : more.cases[0].findings) said += one.is_error() ? says(one) : "";
  CHECK(said == "too-large: This cell holds more than 30 things, and the first 30 were read. Take some of them out.");
  CHECK(more.cases[0].entries.at(1).entry.at("recommendationMade").at("themes").as_array().size() == 30);
  const auto whole = plan_of_learning(cell.substr(0, cell.rfind("theme-30")));
  CHECK(errors_in(whole.cases.at(0).findings) == 0);
  // Commas are between parts too.
  CHECK(errors_in(plan_of_learning(many_words(1000, 0, ",")).cases.at(0).findings) == 31);
  CHECK(errors_in(plan_of_learning("theme-1", many_words(1000, 0, ";")).cases.at(0).findings) == 31);
}

TEST_CASE("Of a row with very many faults the first fifty are told, and how many more there are", "[unit]") {
  const auto plan = plan_of_learning(many_words(30, 0, ";"), many_words(30, 0, ";"));
  const auto& findings = plan.cases.at(0).findings;
  std::vector<RowFinding> of_row;
  for (const auto& one : findings) {
    if (one.sheet == "Learning") of_row.push_back(one);
  }
  REQUIRE(of_row.size() == 51);
  CHECK(of_row.back().code == "too-large");
  CHECK(of_row.back().says.starts_with("There is more to say of this row: 11 more, of which 11 are faults."));
}

TEST_CASE("Every row with a fault is named, however many faults a file has, and the rest is counted", "[unit]") {
  ToldFindings told;
  const RowFinding error{"Cases", 2, "Ref", "missing-field", "Put it in."};
  const RowFinding warning{"Cases", 2, "Ref", "", "It is kept."};
  std::vector<RowFinding> first(ToldFindings::most, error);
  told.thin(first);
  CHECK(first.size() == static_cast<std::size_t>(ToldFindings::most));
  CHECK(told.what_is_left().empty());
  std::vector<RowFinding> later = {warning, error, error, error};
  told.thin(later);
  CHECK(later == std::vector<RowFinding>{warning, error});
  const auto left = told.what_is_left();
  REQUIRE(left.size() == 1);
  CHECK(left[0].is_error());
  CHECK(left[0].says.starts_with("There are 2 more faults"));
  std::vector<RowFinding> warnings(ToldFindings::most, warning);
  told.thin(warnings);
  REQUIRE(told.what_is_left().size() == 2);
  CHECK_FALSE(told.what_is_left()[1].is_error());
  CHECK(told.what_is_left()[1].says.starts_with("There are 1 more things to know"));
}

TEST_CASE("What is said again of a cell is its beginning, in whole letters", "[unit]") {
  CHECK(beginning_of("short") == "short");
  CHECK(beginning_of(std::string(101, 'x')) == std::string(100, 'x') + "…");
  CHECK(beginning_of(std::string(99, 'x') + "éé") == std::string(99, 'x') + "…");
  const auto plan = plan_of_learning(std::string(20'000, 'x'));
  for (const auto& one : plan.cases.at(0).findings) CHECK(one.says.size() < 400);
  CHECK(errors_in(plan.cases.at(0).findings) == 1);
}

TEST_CASE("The nearest words are told first, and one of those that mean the same", "[unit]") {
  const std::vector<KnownWord> known = {{"babies", "Babies", "babies"},
                                        {"neglect", "Neglect", "neglect"},
                                        {"neglects", "neglects", "neglect"},
                                        {"negligence", "Negligence", "negligence"}};
  CHECK(nearest("neglects", known, 3) == Cells{"neglects"});
  CHECK(nearest("neglec", known, 1) == Cells{"Neglect"});
  CHECK(nearest("neglegence", known, 3) == Cells{"Negligence"});
  CHECK(nearest("shoes", known, 3).empty());
  CHECK(nearest(std::string(5000, 'n'), known, 3).empty());
}

TEST_CASE("A sheet with other columns than the mapping has is told once, and none of its rows is read", "[unit]") {
  Workbook book;
  book.sheets.push_back(sheet_of("Cases", {"Ref", "Child"}, 3, [](int i) {
    return Cells{fmt::format("A{}", i), "S"};
  }));
  auto mapping = guess_mapping(book, past_words());
  mapping.sheets[0].columns.push_back({"More", "harm"});
  const auto plan = plan_past(book, mapping, past_words(), {}, {}, Date::parse("2026-11-22").value());
  CHECK(plan.cases.empty());
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].code == "stale");
}

TEST_CASE("5,000 rows of unknown themes and agencies are planned in time", "[unit]") {
  Workbook book;
  book.sheets.push_back(
      {"Cases", {{1, {"Ref", "Child", "Type", "Report accepted"}}, {2, {"A1", "S", "SCR", "3/2/2015"}}}});
  book.sheets.push_back(sheet_of("Learning", {"Ref", "Recommendation", "Theme", "To"}, most_rows_of_a_file, [](int i) {
    return Cells{"A1", fmt::format("Ask {}.", i), many_words(100, 100 * i, ","), many_words(100, 100 * i, ";")};
  }));
  // A mapping has many words too.
  std::vector<MappedWord> words;
  for (int i = 0; i < 2000; ++i) words.push_back({"themes", fmt::format("a word of ours {}", i), "theme-1"});
  CHECK(is_planned_in_time(book, words));
}

TEST_CASE("5,000 rows of one reference, of one child, or of many proceedings are planned in time", "[unit]") {
  const Cells headings = {"Ref", "Child", "Incident date", "Harm", "Proceedings"};
  const std::string proceedings = many_words(500, 0, ";");
  for (const bool one_reference : {true, false}) {
    Workbook book;
    book.sheets.push_back(sheet_of("Cases", headings, most_rows_of_a_file, [&](int i) {
      return Cells{one_reference ? "A1" : fmt::format("A{}", i), "Child S", "4/3/2021", "death",
                   one_reference ? "" : proceedings};
    }));
    INFO(one_reference);
    CHECK(is_planned_in_time(book));
  }
}

}  // namespace
}  // namespace review
