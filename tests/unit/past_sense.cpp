#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "libreview/law/read_past_words.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/past_plan.hpp"
#include "libreview/past/read_csv.hpp"

/// What the rows of a spreadsheet cannot mean, and what in them is worth a second look.
namespace review {
namespace {

PastPlan sensed(const std::string& cases, const std::string& learning = {}) {
  auto book = read_csv(cases, "Cases").value();
  if (!learning.empty()) book.sheets.push_back(read_csv(learning, "Learning").value().sheets[0]);
  return plan_past(book, guess_mapping(book, past_words()), past_words(), {}, {}, Date::parse("2026-11-22").value());
}

/// `row column code` of each error, in the order of the rows.
std::vector<std::string> faults_of(const PastPlan& plan) {
  std::vector<std::string> all;
  for (const auto& of_case : plan.cases) {
    for (const auto& one : of_case.findings) {
      if (one.is_error()) all.push_back(fmt::format("{} {} {}", one.row, one.column, one.code));
    }
  }
  return all;
}

/// The rows of which a column is warned with these words.
std::vector<int> warned(const PastPlan& plan, const std::string& column, const std::string& words) {
  std::vector<int> rows;
  for (const auto& of_case : plan.cases) {
    for (const auto& one : of_case.findings) {
      if (!one.is_error() && one.column == column && one.says.find(words) != std::string::npos) rows.push_back(one.row);
    }
  }
  return rows;
}

TEST_CASE("Days that cannot be are faults of their row and column", "[unit]") {
  struct Row {
    const char* what;
    const char* sheet;
    std::vector<std::string> faults;
  };
  const Row rows[] = {
      {"born after the incident",
       "Ref,Child,DOB,Incident date\nA1,A,4/3/2021,3/3/2021\n",
       {"2 Incident date dated-before-start"}},
      {"born after the death", "Ref,Child,DOB,Died\nA1,A,4/3/2021,2020\n", {"2 Died dated-before-start"}},
      {"harmed before birth", "Ref,Child,Age,DOB,Incident date\nA1,A,unborn,4/3/2021,3/3/2021\n", {}},
      {"notified before the incident",
       "Ref,Child,Incident date,Notified\nA1,A,4/3/2021,3/3/2021\n",
       {"2 Notified dated-before-start"}},
      {"a rapid review before the notification", "Ref,Child,Notified,RR date\nA1,A,4/3/2021,3/3/2021\n", {}},
      {"ahead", "Ref,Child,Incident date\nA1,A,4/3/2027\n", {"2 Incident date dated-in-the-future"}},
      {"the month may hold both", "Ref,Child,Incident date,Notified\nA1,A,4/3/2021,Mar 2021\n", {}},
      {"not known", "Ref,Child,Incident date,Notified\nA1,A,4/3/2021,n/k\n", {}},
      {"one day wrong is one fault",
       "Ref,Child,Incident date,LA aware,Notified\nA1,A,4/3/2027,5/3/2021,6/3/2021\n",
       {"2 Incident date dated-in-the-future"}}};
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(faults_of(sensed(row.sheet)) == row.faults);
  }
}

/// Two columns with a day each, in a sheet of one row.
PastPlan two_days(const char* before, const char* after, const char* first, const char* second) {
  return sensed(fmt::format("Ref,Child,{},{}\nA1,A,{},{}\n", before, after, first, second));
}

TEST_CASE("Of two days in an order that cannot be the later column is at fault, whichever they are", "[unit]") {
  const char* const orders[][2] = {{"LA aware", "Notified"},        {"Decided", "Commissioned"},
                                   {"DOB", "Incident date"},        {"DOB", "Died"},
                                   {"Incident date", "LA aware"},   {"Incident date", "Notified"},
                                   {"Incident date", "RR date"},    {"Notified", "RR submitted"},
                                   {"RR submitted", "Panel reply"}, {"Commissioned", "Accepted"},
                                   {"Commissioned", "Published"},   {"Accepted", "Published"},
                                   {"Incident date", "Closed"}};
  for (const auto& [before, after] : orders) {
    INFO(before << ", " << after);
    CHECK(faults_of(two_days(before, after, "4/3/2021", "3/3/2021")) ==
          std::vector{fmt::format("2 {} dated-before-start", after)});
    CHECK(faults_of(two_days(before, after, "3/3/2021", "3/3/2021")).empty());
  }
}

TEST_CASE("A rapid review before a late notification is warned of, and hides no fault", "[unit]") {
  const auto plan = two_days("Notified", "RR date", "4/3/2021", "3/3/2021");
  CHECK(faults_of(plan).empty());
  CHECK(warned(plan, "RR date", "Wed 3 March 2021 is before \"Notified\"") == std::vector<int>{2});
  CHECK(warned(two_days("Notified", "RR date", "3/3/2021", "3/3/2021"), "RR date", "is before").empty());
  const auto both = sensed("Ref,Child,Incident date,Notified,RR date\nA1,A,5/3/2021,4/3/2021,3/3/2021\n");
  CHECK(faults_of(both) == std::vector<std::string>{"2 Notified dated-before-start", "2 RR date dated-before-start"});
  CHECK(warned(both, "RR date", "is before").empty());
  const auto decided = two_days("Notified", "Decided", "4/3/2021", "3/3/2021");
  CHECK(faults_of(decided).empty());
  CHECK(warned(decided, "Decided", "is before \"Notified\"") == std::vector<int>{2});
}

TEST_CASE("Of days that are told as inexact an order that cannot be is warned of", "[unit]") {
  for (const auto& [first, second] : {std::pair("about 4/3/2021", "3/3/2021"), std::pair("4/3/2021", "3/3/2021?")}) {
    INFO(first << ", " << second);
    const auto plan = two_days("Incident date", "LA aware", first, second);
    CHECK(faults_of(plan).empty());
    CHECK(warned(plan, "LA aware", "is before \"Incident date\"") == std::vector<int>{2});
  }
}

TEST_CASE("A fault of a day says which other day it contradicts and what to do", "[unit]") {
  const auto plan = sensed("Ref,Child,Incident date,Notified\nA1,A,4/3/2021,3/3/2021\n");
  REQUIRE(faults_of(plan).size() == 1);
  for (const auto& one : plan.cases[0].findings) {
    if (!one.is_error()) continue;
    CHECK(one.says.find("\"Incident date\"") != std::string::npos);
    CHECK(one.says.find("4 March 2021") != std::string::npos);
    CHECK(one.says.find("Correct") != std::string::npos);
  }
}

TEST_CASE("An authority that one row has alone is warned of, and comes in", "[unit]") {
  const auto plan = sensed("Ref,Child,LA\nA1,A,Norvale\nA2,B,NORVALE\nA3,C,Norvael\nA4,D,\n");
  CHECK(faults_of(plan).empty());
  CHECK(warned(plan, "LA", "No other row") == std::vector<int>{4});
  CHECK(warned(sensed("Ref,Child,LA\nA1,A,Norvale\nA2,B,Suthmoor\n"), "LA", "No other row").empty());
}

TEST_CASE("What a unit calls a local review is one, by its sort alone", "[unit]") {
  for (const char* sort : {"LR", "Learning review", "Partnership review", "Local learning review"}) {
    INFO(sort);
    const auto plan = sensed(fmt::format("Ref,Child,Type,Status\nA1,A,{},review\n", sort));
    CHECK(faults_of(plan).empty());
    const auto& brought = plan.cases.at(0).entries.at(0).entry.at("caseBroughtIn").as_object();
    CHECK(brought.at("kind") == "LIVE");
    CHECK(brought.at("outcome") == "LOCAL");
  }
}

TEST_CASE("A closed case whose actions are open closes with a warning", "[unit]") {
  const auto plan = sensed("Ref,Child,Status,Closed\nA1,A,closed,1/6/2020\nA2,B,closed,1/6/2020\n",
                           "Ref,Recommendation,Action,Owner,Due,RAG\n"
                           "A1,Ask.,Write a guide,Police,1/3/2020,amber\nA1,Tell.,,,,\n"
                           "A2,Ask.,Write a guide,Police,1/3/2020,complete\n");
  CHECK(faults_of(plan).empty());
  CHECK(warned(plan, "Closed", "1 action of it is not complete") == std::vector<int>{2});
  CHECK(warned(plan, "Closed", "1 recommendation of it has no action") == std::vector<int>{2});
  CHECK(plan.cases[0].entries.back().entry.contains("caseClosed"));
  // Of a case that stays open nothing is said of closing it.
  const auto open = sensed("Ref,Child,Status,Closed\nA1,A,closed,2020\n",
                           "Ref,Recommendation,Action,Owner,Due,RAG\nA1,Ask.,Write a guide,Police,1/3/2020,amber\n");
  CHECK(warned(open, "Closed", "is not complete").empty());
  CHECK(warned(open, "Closed", "The case is left open") == std::vector<int>{2});
}

}  // namespace
}  // namespace review
