#include "libreview/past/past_plan.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/law/read_past_words.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/read_csv.hpp"

namespace review {
namespace {

const Date plan_today = Date::parse("2026-11-22").value();

Workbook book_of(const std::string& csv) {
  const auto read = read_csv(csv, "Cases");
  REQUIRE(read);
  return *read;
}

PastPlan plan_of(const Workbook& book, const Mapping& mapping) {
  return plan_past(book, mapping, past_words(), {{"east-school", "East School"}},
                   {{"neglect", "Neglect"}, {"race-ethnicity-culture", "Race, ethnicity and culture"}}, plan_today);
}

PastPlan plan_of(const std::string& csv) {
  const auto book = book_of(csv);
  return plan_of(book, guess_mapping(book, past_words()));
}

/// `row column code` of each error.
std::vector<std::string> errors_of(const PastPlan& plan) {
  std::vector<std::string> all;
  const auto put = [&](const std::vector<RowFinding>& findings) {
    for (const auto& one : findings) {
      if (one.is_error()) all.push_back(fmt::format("{} {} {}", one.row, one.column, one.code));
    }
  };
  put(plan.findings);
  for (const auto& one : plan.cases) put(one.findings);
  return all;
}

const boost::json::object& brought(const PastPlan& plan, std::size_t number = 0) {
  return plan.cases.at(number).entries.at(0).entry.at("caseBroughtIn").as_object();
}

TEST_CASE("Comma-separated values are read with their quotes, line ends and separators", "[unit]") {
  const auto book = book_of("\xef\xbb\xbfRef;Note\r\nA1;\"two\nlines; \"\"quoted\"\"\"\r\n\r\nA2;last");
  const auto& rows = book.sheets.at(0).rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == std::vector<std::string>{"Ref", "Note"});
  CHECK(rows[1].cells == std::vector<std::string>{"A1", "two\nlines; \"quoted\""});
  CHECK(rows[2].number == 4);
  CHECK(read_csv("a,\"b", "x").error().code == Code::malformed);
  CHECK(read_csv("a,\xff", "x").error().code == Code::malformed);
  CHECK(read_csv("a\nb\nc", "x", {.most_rows = 2}).error().code == Code::too_large);
  CHECK(read_csv("a,b,c", "x", {.most_columns = 2}).error().code == Code::too_large);
}

TEST_CASE("A first look finds the headings, and knows the words of the system before", "[unit]") {
  const auto book =
      book_of("Cases of the board 2014 to 2026,,,\n\nSCR ref,Child known as,RR date,Shoe size\nA1,Child A,,\n");
  const auto mapping = guess_mapping(book, past_words());
  REQUIRE(mapping.sheets.size() == 1);
  CHECK(mapping.sheets[0].holds == "cases");
  CHECK(mapping.sheets[0].heading_row == 3);
  std::vector<std::string> fields;
  for (const auto& one : mapping.sheets[0].columns) fields.push_back(one.field);
  CHECK(fields == std::vector<std::string>{"reference", "pseudonym", "rapid-review-on", ""});
}

TEST_CASE("A mapping is a file that says the same when it is read again", "[unit]") {
  Mapping mapping;
  mapping.sheets = {{"Cases \"old\"", "cases", 3, {{"Ref", "reference"}, {"Odd\theading", "keep"}, {"Other", ""}}}};
  mapping.words = {{"outcome", "Mini review", "LOCAL"}};
  mapping.defaults = {{"local-authority", "Westmoor"}};
  mapping.not_duplicates = {"A1"};
  const auto text = write_mapping(mapping);
  const auto again = read_mapping(text);
  REQUIRE(again);
  CHECK(write_mapping(*again) == text);
  CHECK(again->sheets[0].columns[1].heading == "Odd\theading");
  CHECK(read_mapping("[[sheet]]\nname = \"x\"\n[[sheet.column]]\nheading = \"y\"\nfield = \"shoe\"\n").error().code ==
        Code::malformed);
  CHECK(read_mapping("shoes = 4").error().code == Code::malformed);
}

TEST_CASE("A column is never dropped in silence", "[unit]") {
  const std::string csv = "Ref,Child,Shoe size\nA1,Child A,4\n";
  CHECK(errors_of(plan_of(csv)) == std::vector<std::string>{"0 Shoe size missing-field"});
  const auto book = book_of(csv);
  auto mapping = guess_mapping(book, past_words());
  mapping.sheets[0].columns[2].field = "keep";
  const auto kept = plan_of(book, mapping);
  CHECK(errors_of(kept).empty());
  CHECK(std::string(kept.cases[0].entries[0].entry.at("note").as_string()).find("Shoe size: 4") != std::string::npos);
  mapping.sheets[0].columns[2].field = "leave";
  const auto left = plan_of(book, mapping);
  CHECK(errors_of(left).empty());
  CHECK(std::string(left.cases[0].entries[0].entry.at("note").as_string()).find("Shoe") == std::string::npos);
}

TEST_CASE("A mapping of other columns is refused", "[unit]") {
  const auto mapping = guess_mapping(book_of("Ref,Child\nA1,Child A\n"), past_words());
  CHECK(errors_of(plan_of(book_of("Child,Ref\nChild A,A1\n"), mapping)) == std::vector<std::string>{"0  stale"});
}

TEST_CASE("A serious case review is brought in as one, with what was written kept", "[unit]") {
  const auto plan = plan_of("Ref,Child,Type,Start date,Published\nSCR/2014/03,Child S,SCR,Nov 2014,n/k\n");
  REQUIRE(errors_of(plan).empty());
  const auto& one = plan.cases.at(0);
  CHECK(one.case_id == "scr-2014-03");
  CHECK(brought(plan).at("kind") == "SERIOUS_CASE_REVIEW");
  CHECK(brought(plan).at("stageAsAt") == "REVIEW");
  CHECK(brought(plan).at("knownDates").as_array().at(0).at("on") == "2014-11");
  CHECK(brought(plan).at("gaps").as_array().size() == 1);
  const std::string note(one.entries[0].entry.at("note").as_string());
  CHECK(note.find("row 2") != std::string::npos);
  CHECK(note.find("Ref: SCR/2014/03") != std::string::npos);
  CHECK(note.find("Type: SCR") != std::string::npos);
}

TEST_CASE("Several children of a row are several children, with their ages", "[unit]") {
  const auto plan =
      plan_of("Ref,Children,Age,Harm\nA1,Child A and Child B,4; 6 weeks,death\nA2,Child C,8 months,harm\n");
  REQUIRE(errors_of(plan).empty());
  const auto& children = brought(plan).at("children").as_array();
  REQUIRE(children.size() == 2);
  CHECK(children[0].at("pseudonym") == "Child A");
  CHECK(children[0].at("ageYears") == 4);
  CHECK(children[1].at("ageWeeks") == 6);
  CHECK(brought(plan, 1).at("children").as_array().at(0).at("ageYears") == 0);
}

TEST_CASE("A date of birth tells the age at the incident where the row has none", "[unit]") {
  const auto plan = plan_of(
      "Ref,Child,Date of birth,Incident date,Age,Harm\n"
      "A1,Child A,4/3/2016,3/3/2021,,death\n"
      "A2,Child B,Feb 2016,March 2021,not known,death\n"
      "A3,Child C,20/1/2021,3/3/2021,,death\n"
      "A4,Child D,4/3/2016,3/3/2021,6,death\n"
      "A5,Child E,2016,3/3/2021,,death\n"
      "A6,Child F,4/3/2016,,,death\n"
      "A7,Child G,4/3/2021,3/3/2021,unborn,death\n"
      "A8,Child H,4/3/2016,about 3 March 2021,,death\n"
      "A9,Child I and Child J,4/3/2016,3/3/2021,,death\n");
  REQUIRE(errors_of(plan).empty());
  const auto child = [&](std::size_t number) {
    return brought(plan, number).at("children").as_array().at(0).as_object();
  };
  CHECK(child(0).at("ageYears") == 4);
  CHECK_FALSE(child(0).contains("ageWeeks"));
  CHECK(child(1).at("ageYears") == 5);
  CHECK(child(2).at("ageYears") == 0);
  CHECK(child(2).at("ageWeeks") == 6);
  CHECK(child(3).at("ageYears") == 6);
  CHECK_FALSE(child(4).contains("ageYears"));
  CHECK_FALSE(child(5).contains("ageYears"));
  CHECK_FALSE(child(6).contains("ageYears"));
  CHECK_FALSE(child(7).contains("ageYears"));
  CHECK_FALSE(child(8).contains("ageYears"));
}

TEST_CASE("What cannot be read names its row and column and what to write instead", "[unit]") {
  const auto plan = plan_of("Ref,Child,Notified,Outcome,LAC\nA1,Child A,3/13/2021,lcsprr,perhaps\n,Child B,,,\n");
  const auto errors = errors_of(plan);
  CHECK(errors == std::vector<std::string>{"2 Outcome not-a-choice", "2 LAC not-a-choice", "2 Notified not-a-date",
                                           "3 Ref missing-field"});
  CHECK(plan.cases[0].findings[0].says.find("the nearest is \"lcspr\"") != std::string::npos);
}

TEST_CASE("One case twice in a file is found, also under two references", "[unit]") {
  const std::string rows =
      "Ref,Child,Incident date,Harm\nA1,Child A,4/3/2021,death\nA1,Child B,,death\n"
      "A3,Child A,4 March 2021,death\n";
  CHECK(errors_of(plan_of(rows)) == std::vector<std::string>{"3 Ref already-recorded", "4 Child already-recorded"});
  const auto book = book_of("Ref,Child,Incident date,Harm\nA1,Child A,4/3/2021,death\nA3,Child A,4/3/2021,death\n");
  auto mapping = guess_mapping(book, past_words());
  mapping.not_duplicates = {"A3"};
  CHECK(errors_of(plan_of(book, mapping)).empty());
}

TEST_CASE("Rows of learning become recommendations and actions of their case, and the case closes after them",
          "[unit]") {
  auto book = book_of("Ref,Child,Status,Closed\nA1,Child A,closed,1/6/2020\n");
  const auto learning = read_csv(
      "Ref,Rec no,Recommendation,Action,Owner,Due,RAG,Completed\n"
      "A1,1,Ask about the home.,Write a guide,East School,1/3/2020,complete,28/2/2020\n"
      "A1,1,Ask about the home.,Train staff,CCG,1/4/2020,amber,\n"
      "A9,2,Of no case.,Do it,Police,1/4/2020,,\n"
      "A1,3,Another.,Do it,East Scool,,red,\n",
      "Learning");
  REQUIRE(learning);
  book.sheets.push_back(learning->sheets[0]);
  const auto plan = plan_of(book, guess_mapping(book, past_words()));
  CHECK(errors_of(plan) ==
        std::vector<std::string>{"4 Ref missing-reference", "5 Due missing-field", "5 Owner missing-reference"});
  std::vector<std::string> kinds;
  for (const auto& one : plan.cases[0].entries) {
    for (const auto& [name, value] : one.entry) {
      if (value.is_object() && name != "source") kinds.emplace_back(name);
    }
  }
  CHECK(kinds == std::vector<std::string>{"caseBroughtIn", "recommendationMade", "actionAgreed", "actionUpdated",
                                          "actionAgreed", "actionUpdated", "recommendationMade", "caseClosed"});
  CHECK(brought(plan).at("stageAsAt") == "ACTIONS");
  // Agreed no later than it was complete, though nobody says when.
  CHECK(plan.cases[0].entries[2].entry.at("occurredOn") == "2020-02-28");
  CHECK(plan.cases[0].entries[4].entry.at("actionAgreed").at("owner") == "INTEGRATED_CARE_BOARD");
  CHECK(plan.cases[0].entries[7].entry.at("occurredOn") == "2020-06-01");
}

TEST_CASE("A place of an entry leads back to the column that it came from", "[unit]") {
  const PastEntry entry{.entry = {}, .sheet = "Cases", .row = 2, .from = {{"/a", "One"}, {"/a/b", "Two"}}};
  CHECK(entry.column_of("/a/b/0") == "Two");
  CHECK(entry.column_of("/a/c") == "One");
  CHECK(entry.column_of("/ab").empty());
}

}  // namespace
}  // namespace review
