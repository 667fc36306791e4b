#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/law/read_past_words.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/past_plan.hpp"
#include "libreview/past/read_csv.hpp"

/// What rows of recommendations and actions become: on which days, and under which themes.
namespace review {
namespace {

const std::vector<KnownTheme> some_themes = {{"neglect", "Neglect"},
                                             {"babies", "Babies"},
                                             {"vulnerable-babies", "Vulnerable babies"},
                                             {"domestic-abuse", "Domestic abuse"},
                                             {"race-ethnicity-culture", "Race, ethnicity and culture"}};

/// A sheet of cases and one of learning.
PastPlan plan_with(const std::string& cases, const std::string& learning, const std::vector<MappedWord>& words = {}) {
  auto book = read_csv(cases, "Cases").value();
  book.sheets.push_back(read_csv(learning, "Learning").value().sheets[0]);
  auto mapping = guess_mapping(book, past_words());
  mapping.words = words;
  return plan_past(book, mapping, past_words(), {{"east-school", "East School"}}, some_themes,
                   Date::parse("2026-11-22").value());
}

/// The days of the entries of a kind.
std::vector<std::string> days_of(const PastPlan& plan, const char* kind) {
  std::vector<std::string> days;
  for (const auto& one : plan.cases.at(0).entries) {
    if (one.entry.contains(kind)) days.emplace_back(one.entry.at("occurredOn").as_string());
  }
  return days;
}

/// What is found in a column: the code of an error and what is said of it, or what is said of a warning.
std::vector<std::string> said_of(const PastPlan& plan, const std::string& column) {
  std::vector<std::string> all;
  for (const auto& one : plan.cases.at(0).findings) {
    if (one.column == column) all.push_back(one.is_error() ? one.code + ": " + one.says : one.says);
  }
  return all;
}

/// Whether that is one thing, and it begins so.
bool says_only(const PastPlan& plan, const std::string& column, const std::string& beginning) {
  const auto all = said_of(plan, column);
  return all.size() == 1 && all.front().starts_with(beginning);
}

using Texts = std::vector<std::string>;

TEST_CASE("A recommendation without a day has that of its case, with a warning, and never today's", "[unit]") {
  struct Row {
    const char* cases;
    const char* day;
    const char* says;
  };
  const Row rows[] = {
      {"Ref,Child,Type,Report accepted,Published\nA1,S,SCR,3/2/2015,10/3/2015\n", "2015-02-03",
       "This day is not known: Tue 3 February 2015, on which the report was accepted, stands for it."},
      {"Ref,Child,Type,Report accepted,Published\nA1,S,SCR,,March 2015\n", "2015-03-31",
       "This day is not known: Tue 31 March 2015, the last day of March 2015, in which the report was published, "
       "stands "
       "for it."},
      {"Ref,Child,Status,Notified,RR date,Decision date,Closed\nA1,A,closed,5/3/2019,20/3/2019,21/3/2019,1/6/2020\n",
       "2019-03-21", "This day is not known: Thu 21 March 2019, on which the partners decided, stands for it."},
      {"Ref,Child,Status,Closed\nA1,A,closed,1/6/2020\n", "2020-06-01",
       "This day is not known: Mon 1 June 2020, on which the case was closed, stands for it."},
      {"Ref,Child,Type,Start date\nA1,S,SCR,2014\n", "2014-12-31",
       "This day is not known: Wed 31 December 2014, the last day of 2014, in which the last thing happened that is "
       "known of the case, stands for it."}};
  for (const auto& row : rows) {
    const auto plan = plan_with(row.cases, "Ref,Rec no,Recommendation\nA1,1,Ask about the home.\n");
    INFO(row.cases);
    CHECK(days_of(plan, "recommendationMade") == Texts{row.day});
    CHECK(said_of(plan, "Day the recommendation was made") == Texts{row.says});
  }
}

TEST_CASE("What the row says of its recommendation's day goes before its case", "[unit]") {
  const std::string cases = "Ref,Child,Type,Report accepted\nA1,S,SCR,3/2/2015\n";
  const auto whole = plan_with(cases, "Ref,Recommendation,Made on\nA1,Ask.,4/12/2014\n");
  CHECK(days_of(whole, "recommendationMade") == Texts{"2014-12-04"});
  CHECK(said_of(whole, "Made on").empty());
  const auto month = plan_with(cases, "Ref,Recommendation,Made on\nA1,Ask.,Nov 2014\n");
  CHECK(days_of(month, "recommendationMade") == Texts{"2014-11-30"});
  CHECK(said_of(month, "Made on") ==
        Texts{"The day is not known, only November 2014: Sun 30 November 2014 stands for it."});
  // It was made by the day on which something was done about it.
  const auto done = plan_with(cases,
                              "Ref,Recommendation,Action,Owner,Due,RAG,Completed\n"
                              "A1,Ask.,Train,East School,1/12/2014,complete,20/11/2014\n");
  CHECK(days_of(done, "recommendationMade") == Texts{"2014-11-20"});
}

TEST_CASE("Where neither the row nor its case has a day, a recommendation is not taken", "[unit]") {
  const auto plan = plan_with("Ref,Child,Status\nA1,Child A,referred\n", "Ref,Recommendation,Rating\nA1,Ask.,\n");
  CHECK(says_only(plan, "Day the recommendation was made", "missing-field: Neither this row nor its case says"));
}

TEST_CASE("A completion without a day has the day it was due, else that of its case, and never today's", "[unit]") {
  const std::string cases = "Ref,Child,Type,Report accepted\nA1,S,SCR,3/2/2015\n";
  const std::string headings = "Ref,Recommendation,Action,Owner,Due,RAG,Completed\n";
  const auto due = plan_with(cases, headings + "A1,Ask.,Train,East School,1/6/2015,complete,\n");
  CHECK(days_of(due, "actionAgreed") == Texts{"2015-02-03"});
  CHECK(days_of(due, "actionUpdated") == Texts{"2015-06-01"});
  CHECK(said_of(due, "Completed") ==
        Texts{"This day is not known: Mon 1 June 2015, on which it was due, stands for it."});
  CHECK(said_of(due, "Day the action was agreed") ==
        Texts{"This day is not known: Tue 3 February 2015, on which it was recommended, stands for it."});
  const auto year = plan_with(cases, headings + "A1,Ask.,Train,East School,1/6/2017,complete,2016\n");
  CHECK(days_of(year, "actionUpdated") == Texts{"2016-12-31"});
  const auto ahead = plan_with(cases, headings + "A1,Ask.,Train,East School,1/6/2027,complete,\n");
  CHECK(days_of(ahead, "actionUpdated") == Texts{"2015-02-03"});
  // How far what is not complete has come is what the spreadsheet says today.
  const auto open = plan_with(cases, headings + "A1,Ask.,Train,East School,1/6/2017,amber,\n");
  CHECK(days_of(open, "actionUpdated") == Texts{"2026-11-22"});
}

TEST_CASE("Themes are read by id, title, the words of the law's file and of the mapping", "[unit]") {
  const std::string cases = "Ref,Child,Type,Report accepted\nA1,S,SCR,3/2/2015\n";
  const auto themes_of = [&](const char* cell, const std::vector<MappedWord>& words = {}) {
    const auto plan = plan_with(cases, fmt::format("Ref,Recommendation,Theme\nA1,Ask.,\"{}\"\n", cell), words);
    INFO(cell);
    CHECK(said_of(plan, "Theme").empty());
    return boost::json::serialize(plan.cases.at(0).entries.at(1).entry.at("recommendationMade").at("themes"));
  };
  CHECK(themes_of("neglect") == R"(["neglect"])");
  CHECK(themes_of("Neglect; DV") == R"(["neglect","domestic-abuse"])");
  CHECK(themes_of("Babies, neglect, Babies") == R"(["babies","neglect"])");
  CHECK(themes_of("Race, ethnicity and culture") == R"(["race-ethnicity-culture"])");
  CHECK(themes_of("Home life", {{"themes", "home life", "neglect"}}) == R"(["neglect"])");
  // The themes of every row of a recommendation are its own.
  const auto twice = plan_with(cases, "Ref,Recommendation,Theme\nA1,Ask.,neglect\nA1,Ask.,babies\n");
  REQUIRE(twice.cases.at(0).entries.size() == 2);
  CHECK(boost::json::serialize(twice.cases[0].entries[1].entry.at("recommendationMade").at("themes")) ==
        R"(["neglect","babies"])");
}

TEST_CASE("A theme that there is not is an error of its row, with those that are written most like it", "[unit]") {
  const std::string cases = "Ref,Child,Type,Report accepted\nA1,S,SCR,3/2/2015\n";
  const auto plan = plan_with(cases, "Ref,Recommendation,Theme\nA1,Ask.,Negelct\n");
  CHECK(says_only(plan, "Theme", "not-a-choice: There is no theme \"Negelct\"; the nearest is \"neglect\". Write"));
  // A mapping cannot bring a theme that no list has.
  const auto mapped = plan_with(cases, "Ref,Recommendation,Theme\nA1,Ask.,Home\n", {{"themes", "home", "homes"}});
  CHECK(says_only(mapped, "Theme", "not-a-choice: There is no theme \"Home\""));
  // An action without a recommendation has no theme of its own.
  const auto action = plan_with(cases, "Ref,Action,Owner,Due,Theme\nA1,Train,East School,1/6/2015,neglect\n");
  CHECK(said_of(action, "Theme") ==
        Texts{"Themes are of recommendations, and this row has none: they are kept in the note."});
}

}  // namespace
}  // namespace review
