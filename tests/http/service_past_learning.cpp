#include <fmt/format.h>

#include <initializer_list>

#include "tests/http/past_support.hpp"
#include "tests/support/small_xlsx.hpp"

/// Recommendations and actions of an Excel file: from the dry run to what is on record and counted.
namespace review::service_test {
namespace {

namespace json = boost::json;

/// A row of texts; `#42038` is a day by its number.
std::string sheet_row(int number, std::initializer_list<std::string_view> cells) {
  std::string row = fmt::format(R"(<row r="{}">)", number);
  for (const auto cell : cells) {
    row += cell.empty()            ? "<c/>"
           : cell.starts_with('#') ? fmt::format(R"(<c s="1"><v>{}</v></c>)", cell.substr(1))
                                   : fmt::format(R"(<c t="inlineStr"><is><t>{}</t></is></c>)", cell);
  }
  return row + "</row>";
}

/// A serious case review whose report was accepted on 3 February 2015, and a case of today's system.
std::string old_learning(std::string_view theme) {
  return test::small_workbook(
      {{"Cases", sheet_row(1, {"Ref", "Child", "Type", "Status", "Report accepted", "Notified", "Harm"}) +
                     sheet_row(2, {"SCR/2014/03", "Child S", "SCR", "actions", "#42038", "", ""})},
       {"Learning", sheet_row(1, {"Ref", "Rec no", "Recommendation", "Theme", "To", "Action", "Owner", "Due", "RAG",
                                  "Completed", "Evidence"}) +
                        sheet_row(2, {"SCR/2014/03", "1", "Ask about the home.", theme, "Police", "Write a guide",
                                      "Police", "#42156", "complete", "", "The guide is in use."}) +
                        sheet_row(3, {"SCR/2014/03", "1", "Ask about the home.", "voice of the child", "Police",
                                      "Train staff", "CCG", "#42156", "amber", "", ""})}});
}

/// The entries of a case that are of a kind, in order.
std::vector<json::object> entries_with(Practice& practice, const std::string& case_id, std::string_view kind) {
  std::vector<json::object> all;
  const auto answer = practice.coordinator.get("/v1/cases/" + case_id + "/entries?pageSize=200");
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto page = answer.json();
  for (const auto& one : page.at("entries").as_array()) {
    if (one.as_object().contains(kind)) all.push_back(one.as_object());
  }
  return all;
}

/// The numbers of a row of the yearly report from January to December, by column; empty where there is no such row.
std::map<std::string, std::int64_t> numbers_of(Practice& practice, int year, std::string_view table,
                                               std::string_view row) {
  const auto answer = practice.coordinator.get(fmt::format("/v1/figures?from={0}-01-01&to={0}-12-31", year));
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto figures = answer.json();
  std::map<std::string, std::int64_t> numbers;
  for (const auto& one : figures.at("tables").as_array()) {
    if (one.at("table").as_string() != table) continue;
    for (const auto& line : one.at("rows").as_array()) {
      if (line.at("id").as_string() != row) continue;
      for (const auto& figure : line.at("figures").as_array())
        numbers[std::string(figure.at("column").as_string())] = figure.at("value").as_int64();
    }
  }
  return numbers;
}

TEST_CASE("Learning of an Excel file is on record as it was, on the days of its case and under its themes",
          "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  const auto read = send_past(practice.coordinator, old_learning("Neglect"), "past.xlsx");
  const auto at = past_at(read);
  CHECK(texts(read, "sheets", "holds") == std::vector<std::string>{"cases", "learning"});
  const auto dry = practice.coordinator.get(at + "/report");
  INFO(dry.body);
  REQUIRE(dry.status == 200);
  CHECK(says(dry, "This day is not known: Tue 3 February 2015, on which the report was accepted, stands for it."));
  CHECK(says(dry, "This day is not known: Mon 1 June 2015, on which it was due, stands for it."));
  CHECK(practice.size() == 0);

  const auto done = practice.coordinator.post(at + ":import", "");
  INFO(done.body);
  REQUIRE(done.status == 200);
  REQUIRE(done.json().at("stored").as_bool());
  CHECK(practice.size() == done.json().at("entries").as_int64());
  CHECK(practice.stage("scr-2014-03") == "ACTIONS");

  const auto made = entries_with(practice, "scr-2014-03", "recommendationMade");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("occurredOn") == "2015-02-03");
  const auto& recommendation = made[0].at("recommendationMade").as_object();
  CHECK(recommendation.at("text") == "Ask about the home.");
  CHECK(recommendation.at("to") == json::array{"POLICE"});
  CHECK(recommendation.at("themes") == json::array{"neglect", "child-daily-life"});
  CHECK(std::string(made[0].at("note").as_string()).find("sheet Learning, row 2") != std::string::npos);

  const auto agreed = entries_with(practice, "scr-2014-03", "actionAgreed");
  REQUIRE(agreed.size() == 2);
  for (const auto& one : agreed) {
    CHECK(one.at("occurredOn") == "2015-02-03");
    CHECK(one.at("actionAgreed").at("recommendation") == recommendation.at("recommendation"));
    CHECK(one.at("actionAgreed").at("dueOn") == "2015-06-01");
  }
  CHECK(agreed[0].at("actionAgreed").at("what") == "Write a guide");
  CHECK(agreed[0].at("actionAgreed").at("owner") == "POLICE");
  CHECK(agreed[1].at("actionAgreed").at("owner") == "INTEGRATED_CARE_BOARD");
  const auto moved = entries_with(practice, "scr-2014-03", "actionUpdated");
  REQUIRE(moved.size() == 2);
  CHECK(moved[0].at("occurredOn") == "2015-06-01");
  CHECK(moved[0].at("actionUpdated").at("progress") == "COMPLETE");
  CHECK(moved[0].at("actionUpdated").at("evidence") == "The guide is in use.");
  CHECK(moved[1].at("occurredOn") == "2026-06-15");
  CHECK(moved[1].at("actionUpdated").at("progress") == "AMBER");

  // It counts in its own year, and what is found today comes again.
  CHECK(numbers_of(practice, 2015, "recommendations", "all").at("all") == 1);
  CHECK(numbers_of(practice, 2026, "recommendations", "all").at("all") == 0);
  CHECK(numbers_of(practice, 2026, "repeats", "neglect").empty());
  practice.add(practice.open(), R"({"learningCaptured":{"findings":[{"finding":"Invented.","themes":["neglect"]}]}})");
  const auto again = numbers_of(practice, 2026, "repeats", "neglect");
  REQUIRE(again.size() == 2);
  CHECK(again.at("period") == 1);
  CHECK(again.at("before") == 1);
}

TEST_CASE("A theme of an Excel file that no list has keeps the file out, and names those most like it", "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  const auto at = past_at(send_past(practice.coordinator, old_learning("Negelct"), "past.xlsx"));
  const auto dry = practice.coordinator.get(at + "/report");
  CHECK(says(dry, R"(There is no theme \"Negelct\"; the nearest is \"neglect\")"));
  CHECK(practice.coordinator.post(at + ":import", "").status == 409);
  CHECK(practice.size() == 0);
}

}  // namespace
}  // namespace review::service_test
