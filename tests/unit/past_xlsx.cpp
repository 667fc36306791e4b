#include <catch2/catch.hpp>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/read_sheets.hpp"
#include "reviewd/documents/sheets_json.hpp"
#include "reviewd/documents/xlsx_formats.hpp"
#include "reviewd/documents/xlsx_sheets.hpp"
#include "tests/support/small_xlsx.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::test::small_xlsx;
using Cells = std::vector<std::string>;

review::Workbook read(const std::string& file) {
  const auto book = xlsx_sheets(file);
  INFO((book ? std::string() : book.error().says));
  REQUIRE(book);
  REQUIRE(book->sheets.size() == 1);
  return *book;
}

TEST_CASE("Cells of an Excel file are read as they are stored, however they are stored", "[unit]") {
  const auto book = read(small_xlsx(
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Inline</t></is></c></row>)"
      R"(<row r="3"><c r="A3" s="1"><v>44259</v></c><c r="B3" s="2"><v>44259.5</v></c><c r="C3"><v>44259</v></c>)"
      R"(<c r="D3" s="3"><v>0.5</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="d"><v>2021-03-04T00:00:00</v></c></row>)"
      R"(<row><c t="str"><v>text</v></c><c><v>2.50</v></c></row>)"));
  const auto& rows = book.sheets[0].rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == Cells{"Ref", "Child", "Inline"});
  CHECK(rows[1].number == 3);
  CHECK(rows[1].cells == Cells{"2021-03-04", "2021-03-04", "44259", "0.5", "TRUE", "2021-03-04T00:00:00"});
  CHECK(rows[2].number == 4);
  CHECK(rows[2].cells == Cells{"text", "2.5"});
}

TEST_CASE("Days count from 1904 where the file says so", "[unit]") {
  const auto book =
      read(small_xlsx(R"(<row r="1"><c r="A1" s="1"><v>42797</v></c></row>)", R"(<workbookPr date1904="1"/>)"));
  CHECK(book.from_1904);
  CHECK(book.sheets[0].rows[0].cells == Cells{"2021-03-04"});
}

TEST_CASE("A formula is its stored value and is never worked out", "[unit]") {
  const auto book = read(small_xlsx(
      R"(<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>WEBSERVICE("http://example.org")</f><v>kept</v></c>)"
      R"(<c r="C1"><f>1+1</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" s="1"><v>60</v></c></row>)"));
  CHECK(book.sheets[0].rows[0].cells == Cells{"7", "kept"});
  REQUIRE(book.notices.size() == 3);
  CHECK(book.notices[0].column == 2);
  CHECK(book.notices[1].column == 3);
  CHECK(book.notices[2].says.find("never was") != std::string::npos);
}

TEST_CASE("A merged cell stands in each of its places that is in use", "[unit]") {
  const auto book = read(small_xlsx(
      R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Days</t></is></c></row><row r="2"><c r="B2"><v>5</v></c></row>)", "",
      R"(<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:A1048576"/></mergeCells>)"));
  CHECK(book.sheets[0].rows.size() == 2);
  CHECK(book.sheets[0].rows[0].cells == Cells{"Days", "Days"});
  CHECK(book.sheets[0].rows[1].cells == Cells{"Days", "5"});
}

TEST_CASE("A number format of a day is told from one of a number or a time", "[unit]") {
  for (const auto* day : {"dd/mm/yyyy", "mmm-yy", "[$-809]d mmmm yyyy", "yyyy", "MMM"}) CHECK(shows_a_day(day));
  for (const auto* other : {"0.00", "[h]:mm", "mm:ss", "\"day\" 0", "General", "0;[Red]-0", "[Red]0"}) {
    CHECK_FALSE(shows_a_day(other));
  }
}

TEST_CASE("A spreadsheet that is too large, damaged or none is refused with what to do", "[unit]") {
  const auto code = [](const std::string& file) { return xlsx_sheets(file).error().code; };
  std::string rows;
  for (int row = 1; row <= 5001; ++row) {
    rows += "<row r=\"" + std::to_string(row) + "\"><c><v>1</v></c></row>";
  }
  CHECK(code(small_xlsx(rows)) == Code::too_large);
  CHECK(code(review::test::small_workbook({{std::string(256, 'n'), ""}})) == Code::malformed);
  CHECK(code(small_xlsx(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)")) == Code::too_large);
  CHECK(code(small_xlsx("<row>" + std::string(17 * 1024 * 1024, ' ') + "</row>")) == Code::too_large);
  CHECK(code(small_xlsx("<row")) == Code::malformed);
  CHECK(code("no zip") == Code::unsupported_media_type);
  CHECK(code(review::test::small_docx()) == Code::unsupported_media_type);
  // One filled cell in the last row is no large file.
  CHECK(read(small_xlsx(R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)")).sheets[0].rows[0].number ==
        1'048'576);
}

TEST_CASE("An Excel file is taken apart by another process", "[unit]") {
  const auto book = read_sheets(media_types::xlsx, small_xlsx(R"(<row r="1"><c t="s"><v>0</v></c></row>)"));
  REQUIRE(book);
  CHECK(book->sheets[0].rows[0].cells == Cells{"Ref"});
  CHECK(read_sheets(media_types::xlsx, small_xlsx("<row")).error().code == Code::malformed);
  CHECK(read_sheets(media_types::pdf, "").error().code == Code::unsupported_media_type);
  CHECK(read_sheets_json("{}").error().code == Code::malformed);
  CHECK(read_sheets_json(R"({"sheets":[{"name":1}]})").error().code == Code::malformed);
}

}  // namespace
}  // namespace reviewd
