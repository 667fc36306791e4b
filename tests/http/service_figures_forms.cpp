#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/documents/xlsx_sheets.hpp"
#include "reviewd/documents/zip_file.hpp"
#include "tests/http/figure_cells.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/office.hpp"

/// The yearly report as workbook, text and CSV, beside what the API says in JSON: the same numbers, and nothing of what
/// is left out.
namespace review::service_test {
namespace {

namespace json = boost::json;

const std::string for_us = "?from=2025-04-01&to=2026-03-31";
const std::string for_publication = for_us + "&published=true";

/// Three cases of one year, with what the tables of learning tell of.
class Year {
 public:
  Year() {
    for (int i = 0; i < 3; ++i) static_cast<void>(practice_.accepted_case());
    practice_.day("2026-01-08");
    practice_.add(practice_.open(),
                  R"({"learningCaptured":{"findings":[{"finding":"Invented.","themes":["neglect","babies"],)"
                  R"("source":"DATA"}]}})");
    practice_.day("2026-06-01");
  }
  [[nodiscard]] HttpAnswer get(const std::string& address) {
    auto answer = practice_.coordinator.get(address);
    INFO(address << "\n" << answer.head);
    REQUIRE(answer.status == 200);
    return answer;
  }
  [[nodiscard]] json::value figures(const std::string& query) { return get("/v1/figures" + query).json(); }

 private:
  Practice practice_;
};

std::size_t left_out_in(const CellsByTable& all) {
  std::size_t count = 0;
  for (const auto& [table, rows] : all) {
    for (const auto& row : rows) count += static_cast<std::size_t>(std::ranges::count(row, "c"));
  }
  return count;
}

/// What would tell a reader of the published report a small number: those of guarded tables that are not left out.
std::vector<std::string> small_numbers_told(const json::value& figures) {
  std::vector<std::string> told;
  for (const auto& table : figures.at("tables").as_array()) {
    if (!table.at("guarded").as_bool()) continue;
    for (const auto& row : table.at("rows").as_array()) {
      for (const auto& figure : row.at("figures").as_array()) {
        const auto* value = figure.as_object().if_contains("value");
        if (value != nullptr && value->as_int64() > 0 && value->as_int64() < figures.at("smallBelow").as_int64())
          told.emplace_back(table.at("table").as_string().c_str());
      }
    }
  }
  return told;
}

/// All that stands in the pictures of a text and in the words for them.
std::string charts_of(const std::string& odt) {
  std::string all;
  const auto members = reviewd::read_zip(odt);
  REQUIRE(members);
  for (const auto& one : *members) {
    constexpr std::size_t most = 8UL * 1024 * 1024;
    if (one.name.starts_with("Pictures/") || one.name == "content.xml")
      all += reviewd::unpacked(odt, one, most).value_or("");
  }
  return all;
}

TEST_CASE(
    "What JSON leaves out of the published report is left out of its workbook, its text and its CSV, table by "
    "table",
    "[service]") {
  Year year;
  const auto figures = year.figures(for_publication);
  const auto expected = cells_of_json(figures);
  CHECK(small_numbers_told(figures).empty());
  CHECK(left_out_in(expected) > 20);

  const auto book = reviewd::xlsx_sheets(year.get("/v1/figures:spreadsheet" + for_publication).body);
  REQUIRE(book);
  CHECK(cells_of_sheets(book->sheets, figures) == expected);

  const auto odt = year.get("/v1/figures:odt" + for_publication).body;
  CHECK(cells_of_odt(odt, figures) == cells_of_rows_in_text(figures));
  CHECK(cells_of_rows_in_text(figures) != expected);

  for (const auto& table : figures.at("tables").as_array()) {
    const std::string id = table.at("table").as_string().c_str();
    INFO(id);
    const auto csv = cells_of_csv(year.get("/v1/figures/" + id + ":csv" + for_publication).body, table);
    CHECK(csv == (expected.contains(id) ? expected.at(id) : FigureCells{}));
  }
}

TEST_CASE("What a text tells as none is 0 in every column, and the text says so below its table", "[service]") {
  Year year;
  for (const auto& query : {for_us, for_publication}) {
    INFO(query);
    const auto figures = year.figures(query);
    int none = 0;
    for (const auto& table : figures.at("tables").as_array()) {
      for (const auto& row : table.at("rows").as_array()) {
        const auto& ids = table.at("none").as_array();
        if (std::ranges::find(ids, row.at("id")) == ids.end()) continue;
        INFO(table.at("table") << ": " << row.at("id"));
        ++none;
        for (const auto& figure : row.at("figures").as_array()) {
          CHECK(figure.at("value").as_int64() == 0);
          CHECK_FALSE(figure.as_object().contains("leftOut"));
        }
      }
    }
    CHECK(none > 10);
    CHECK(charts_of(year.get("/v1/figures:odt" + query).body).find(">None: ") != std::string::npos);
  }
}

TEST_CASE("A chart of the published report has no bar and no number for what is left out", "[service]") {
  Year year;
  const auto figures = year.figures(for_publication);
  const auto charts = charts_of(year.get("/v1/figures:odt" + for_publication).body);
  int left_out = 0;
  for (const auto& table : figures.at("tables").as_array()) {
    if (!table.at("chart").as_bool()) continue;
    for (const auto& row : table.at("rows").as_array()) {
      const auto& last = row.at("figures").as_array().back();
      if (row.at("id").as_string() == "all" || last.as_object().contains("value")) continue;
      const std::string title = row.at("title").as_string().c_str();
      INFO(table.at("table") << ": " << title);
      CHECK(charts.find(title + ": left out") != std::string::npos);
      ++left_out;
    }
  }
  CHECK(left_out > 0);
}

TEST_CASE("For us the workbook, the text and the CSV say every number", "[service]") {
  Year year;
  const auto figures = year.figures(for_us);
  const auto expected = cells_of_json(figures);
  CHECK(left_out_in(expected) == 0);
  const auto book = reviewd::xlsx_sheets(year.get("/v1/figures:spreadsheet" + for_us).body);
  REQUIRE(book);
  CHECK(cells_of_sheets(book->sheets, figures) == expected);
  auto text = cells_of_odt(year.get("/v1/figures:odt" + for_us).body, figures);
  std::size_t stars = 0;
  for (auto& [table, rows] : text) {
    for (auto& row : rows) {
      for (auto& cell : row) stars += std::erase(cell, '*');
    }
  }
  CHECK(text == cells_of_rows_in_text(figures));
  CHECK(stars > 0);
  for (const auto& table : figures.at("tables").as_array()) {
    const std::string id = table.at("table").as_string().c_str();
    INFO(id);
    CHECK(cells_of_csv(year.get("/v1/figures/" + id + ":csv" + for_us).body, table) ==
          (expected.contains(id) ? expected.at(id) : FigureCells{}));
  }
}

TEST_CASE("LibreOffice opens the workbook of the report, for us and for publication, and shows what JSON says",
          "[service]") {
  Year year;
  for (const auto& query : {for_us, for_publication}) {
    INFO(query);
    const auto figures = year.figures(query);
    const auto file = year.get("/v1/figures:spreadsheet" + query).body;
    if (!test::opens_workbooks()) return;
    const auto sheets = test::sheets_of_workbook(file);
    CHECK(sheets.size() == figures.at("tables").as_array().size());
    CHECK(cells_of_sheets(sheets, figures) == cells_of_json(figures));
  }
}

}  // namespace
}  // namespace review::service_test
