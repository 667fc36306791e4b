#include <boost/json/array.hpp>

#include "reviewd/documents/zip_file.hpp"
#include "tests/http/sight_support.hpp"

/// The figures of the yearly report, over HTTP.
namespace review::service_test {
namespace {

namespace json = boost::json;

const std::string year = "?from=2026-01-01&to=2026-12-31";
/// What is published is of whole years, as years are reported.
const std::string reported_year = "?from=2025-04-01&to=2026-03-31";

/// The figure as the answer has it; null where there is none.
json::value figure_in(const json::value& figures, std::string_view table, std::string_view row,
                      std::string_view column) {
  for (const auto& one : figures.at("tables").as_array()) {
    if (one.at("table").as_string() != table) continue;
    for (const auto& line : one.at("rows").as_array()) {
      if (line.at("id").as_string() != row) continue;
      for (const auto& figure : line.at("figures").as_array()) {
        if (figure.at("column").as_string() == column) return figure;
      }
    }
  }
  return {};
}

std::int64_t number_in(const json::value& figures, std::string_view table, std::string_view row,
                       std::string_view column = "all") {
  const auto figure = figure_in(figures, table, row, column);
  REQUIRE(figure.is_object());
  REQUIRE(figure.as_object().contains("value"));
  return figure.at("value").as_int64();
}

std::string member_in(const std::string& archive, const std::string& name) {
  const auto members = reviewd::read_zip(archive);
  REQUIRE(members);
  for (const auto& member : *members) {
    if (member.name == name) return reviewd::unpacked(archive, member, 1'000'000).value_or("");
  }
  FAIL("the archive has no " << name);
  return {};
}

TEST_CASE("The figures of a year count what is recorded, and each opens to what stands behind it", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  const auto answer = practice.coordinator.get("/v1/figures" + year);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto figures = answer.json();
  CHECK(answer.text("/asAt") == "2026-06-01");
  CHECK(answer.text("/covers") == "EVERY_CASE");
  CHECK(number_in(figures, "notifications", "in-time") == 1);
  CHECK(number_in(figures, "routes", "notified") == 1);
  CHECK(number_in(figures, "decisions", "lcspr", "first") == 1);
  CHECK(number_in(figures, "reviews", "accepted") == 1);
  CHECK(number_in(figures, "children-age", "5-to-10") == 1);
  CHECK(figure_in(figures, "children-age", "5-to-10", "all").at("leftOut").as_string() == "SMALL");

  const auto behind = practice.coordinator.get("/v1/figures/routes/notified/all" + year);
  REQUIRE(behind.status == 200);
  CHECK(behind.json().at("behind").as_array().size() == 1);
  CHECK(behind.text("/title") == "Cases by route: Notified to the National Panel, Number");
  CHECK(behind.text("/behind/0/case") == id);
  CHECK(behind.text("/behind/0/kind") == "panelNotified");
  CHECK(behind.text("/behind/0/occurredOn") == "2026-01-07");
  const auto accepted = practice.coordinator.get("/v1/figures/reviews/accepted/all" + year);
  CHECK(accepted.text("/behind/0/kind") == "reportAccepted");
  CHECK(accepted.text("/behind/0/of") == "review-1");
  CHECK(practice.coordinator.get("/v1/figures/routes/notified/none" + year).status == 404);
  CHECK(practice.coordinator.get("/v1/figures/none/notified/all" + year).status == 404);

  // As at a day in January there was no review, and before that no case.
  const auto then = practice.coordinator.get("/v1/figures" + year + "&asAt=2026-01-08").json();
  CHECK(number_in(then, "routes", "notified") == 1);
  CHECK(number_in(then, "reviews", "all") == 0);
  const auto before = practice.coordinator.get("/v1/figures" + year + "&asAt=2025-12-31").json();
  CHECK(number_in(before, "routes", "all") == 0);
}

TEST_CASE("A pack as at a day is the same, byte for byte, when the record grew", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.day("2026-06-10");
  const auto asked = year + "&asAt=2026-06-09";
  const std::vector<std::string> addresses = {
      "/v1/figures" + asked, "/v1/figures" + reported_year + "&asAt=2026-06-09&published=true",
      "/v1/figures/children-age:csv" + asked, "/v1/figures:spreadsheet" + asked};
  std::vector<std::string> first;
  for (const auto& address : addresses) {
    const auto answer = practice.coordinator.get(address);
    REQUIRE(answer.status == 200);
    first.push_back(answer.body);
  }
  practice.add(id, R"({"actionAgreed":{"owner":"POLICE","dueOn":"2026-07-01","what":"Invented."}})");
  practice.day("2026-06-20");
  static_cast<void>(practice.open());
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    INFO(addresses[i]);
    CHECK(practice.coordinator.get(addresses[i]).body == first[i]);
  }
  CHECK(practice.coordinator.get("/v1/figures" + year).body != first[0]);
}

TEST_CASE("What is published has no small number in it, and no word about a case", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  const auto answer = practice.coordinator.get("/v1/figures" + reported_year + "&published=true");
  REQUIRE(answer.status == 200);
  const auto figures = answer.json();
  for (const auto* row : {"5-to-10", "under-1", "all"}) {
    const auto figure = figure_in(figures, "children-age", row, "all");
    CHECK_FALSE(figure.as_object().contains("value"));
    CHECK(figure.at("leftOut").as_string() == "CONFIDENTIAL");
  }
  for (const auto& table : figures.at("tables").as_array()) {
    if (table.at("table").as_string() == "children-age") CHECK(table.at("columns").as_array().size() == 1);
  }
  CHECK(number_in(figures, "notifications", "in-time") == 1);
  CHECK_FALSE(says(answer, id));
  CHECK_FALSE(says(answer, "remarks"));
  const auto csv = practice.coordinator.get("/v1/figures/children-age:csv" + reported_year + "&published=true");
  CHECK(says(csv, "\r\n5-to-10,5 to 10,c\r\n"));
  CHECK(says(practice.coordinator.get("/v1/figures/children-age:csv" + year),
             "\r\n5-to-10,5 to 10,1,BESIDE,0,BESIDE,1,SMALL\r\n"));
  CHECK(practice.coordinator.get("/v1/figures/routes/notified/all" + reported_year + "&published=true").status == 400);
}

TEST_CASE("Why something was late stands below the table in every form, and in none that is published", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open();
  practice.day("2026-01-20");
  practice.add(id, notified);
  practice.add(id, R"({"latenessExplained":{"clock":"notify-panel","reason":"=The \"form\", it was mislaid."}})");
  const std::string address = "/v1/figures/notifications:csv";
  const auto csv = practice.coordinator.get(address + year);
  REQUIRE(csv.status == 200);
  INFO(csv.body);
  // One cell, which begins with what the clock says and is no formula.
  CHECK(says(csv, "\r\n\r\ncase,entry,says\r\nCase or programme,Entry,Remark\r\n" + id + ","));
  CHECK(says(csv, " =The \"\"form\"\", it was mislaid.\"\r\n"));
  CHECK_FALSE(says(csv, ",=The"));
  CHECK_FALSE(says(csv, ",\"=The"));
  const auto published = practice.coordinator.get(address + reported_year + "&published=true");
  REQUIRE(published.status == 200);
  CHECK_FALSE(says(published, "mislaid"));
  CHECK_FALSE(says(published, id));

  const std::string strings = "xl/sharedStrings.xml";
  const auto book = practice.coordinator.get("/v1/figures:spreadsheet" + year);
  REQUIRE(book.status == 200);
  CHECK(member_in(book.body, strings).find("it was mislaid.") != std::string::npos);
  CHECK(member_in(book.body, strings).find(id) != std::string::npos);
  const auto for_all = practice.coordinator.get("/v1/figures:spreadsheet" + reported_year + "&published=true");
  REQUIRE(for_all.status == 200);
  CHECK(member_in(for_all.body, strings).find("mislaid") == std::string::npos);
  CHECK(member_in(for_all.body, strings).find(id) == std::string::npos);
}

TEST_CASE("Whether a family takes part is counted, opens to the entry that says so, and is not published if it is one",
          "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.refused(id, R"({"familyContacted":{"who":"A parent","answer":"NOT_ASKED"}})", "missing-field",
                   "/familyContacted/notAskedBecause");
  practice.add(id, R"({"familyContacted":{"who":"A parent","offer":"A conversation.","answer":"NOT_ANSWERED"}})");
  const auto declined = practice.add(id, R"({"familyContacted":{"who":"A parent","answer":"DECLINES"}})");
  const auto figures = practice.coordinator.get("/v1/figures" + year).json();
  CHECK(number_in(figures, "families", "declines") == 1);
  CHECK(number_in(figures, "families", "not-answered") == 0);
  CHECK(number_in(figures, "families", "all", "offered") == 1);
  CHECK(figure_in(figures, "families", "declines", "all").at("leftOut").as_string() == "SMALL");
  const auto behind = practice.coordinator.get("/v1/figures/families/declines/all" + year);
  REQUIRE(behind.status == 200);
  CHECK(behind.json().at("behind").as_array().size() == 1);
  CHECK(behind.text("/behind/0/kind") == "familyContacted");
  CHECK(behind.text("/behind/0/entry") == std::string(declined.at("entry").as_string()));
}

TEST_CASE("Figures are for those who read of incidents, over the cases that they see, and that is put on record",
          "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  auto member = somebody(practice, "zoe", "panel-member");
  const auto none = member.get("/v1/figures" + year);
  REQUIRE(none.status == 200);
  CHECK(none.text("/covers") == "OWN_CASES");
  CHECK(number_in(none.json(), "routes", "all") == 0);
  practice.add(id, member_of("zoe", "police"));
  CHECK(number_in(member.get("/v1/figures" + year).json(), "routes", "all") == 1);
  // Who sees some cases only makes no pack for everybody.
  CHECK(member.get("/v1/figures" + reported_year + "&published=true").code() == "not-permitted");
  auto chair = somebody(practice, "the-chair", "chair");
  CHECK(number_in(chair.get("/v1/figures" + year).json(), "routes", "all") == 1);
  practice.add(id, conflict_of("the-chair", "EXCLUDED"));
  CHECK(number_in(chair.get("/v1/figures" + year).json(), "routes", "all") == 0);
  CHECK(somebody(practice, "ann", "agency-contact").get("/v1/figures").status == 403);
  CHECK(practice.daemon.administrator().get("/v1/figures").status == 403);
  const auto reads = practice.coordinator.get("/v1/cases/" + id + "/reads?pageSize=200");
  CHECK(says(reads, R"("what":"figures")"));
}

TEST_CASE("A period or day that is none is refused where it was typed", "[service]") {
  Practice practice;
  practice.day("2026-06-01");
  const auto refused = [&](const std::string& query, const std::string& pointer) {
    const auto answer = practice.coordinator.get("/v1/figures?" + query);
    INFO(query << ": " << answer.body);
    CHECK(answer.status == 400);
    CHECK(answer.text("/violations/0/pointer") == pointer);
  };
  refused("from=soon", "/from");
  refused("from=2026-04-01&to=2026-03-31", "/to");
  refused("asAt=2026-06-02", "/asAt");
  refused("published=perhaps", "/published");
  // Two published periods that share days could be taken from each other.
  refused("published=true&from=2025-04-01&to=2026-04-30", "/from");
  refused("published=true&from=2025-05-01&to=2026-03-31", "/from");
  refused("published=true&from=2024-04-01&to=2026-03-31", "/from");
  refused("besides=2026-05-01,soon", "/besides");
  refused("asAt=2026-05-01&besides=2026-05-01", "/besides");
  // The last year that is over, where no period is said.
  const auto usual = practice.coordinator.get("/v1/figures");
  CHECK(usual.text("/from") == "2025-04-01");
  CHECK(usual.text("/to") == "2026-03-31");
}

TEST_CASE("The workbook has a sheet for each table, and nothing in it is a formula", "[service]") {
  Practice practice;
  static_cast<void>(practice.accepted_case());
  practice.add(practice.open(), R"({"learningCaptured":{"findings":[{"finding":"Invented.","themes":["neglect"]}]}})");
  const auto file = practice.coordinator.get("/v1/figures:spreadsheet" + year);
  REQUIRE(file.status == 200);
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"yearly-report-2026-01-01-to-2026-12-31.xlsx\"");
  const auto tables = practice.coordinator.get("/v1/figures" + year).json().at("tables").as_array().size();
  const auto book = member_in(file.body, "xl/workbook.xml");
  std::size_t sheets = 0;
  for (auto at = book.find("<sheet "); at != std::string::npos; at = book.find("<sheet ", at + 1)) ++sheets;
  CHECK(sheets == tables);
  CHECK(book.find("name=\"notifications\"") != std::string::npos);
  for (std::size_t sheet = 1; sheet <= sheets; ++sheet)
    CHECK(member_in(file.body, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml").find("<f>") ==
          std::string::npos);
  CHECK(member_in(file.body, "xl/sharedStrings.xml").find("Neglect") != std::string::npos);
}

}  // namespace
}  // namespace review::service_test
