#include <catch2/catch.hpp>

#include "libreview/base/csv.hpp"

namespace review {
namespace {

TEST_CASE("No cell for a spreadsheet is a formula, also after blanks", "[unit]") {
  for (const char* text : {"=1+1", "+44", "-5", "@SUM(A1)", "\tx", " =1+1", "   @x", "\xc2\xa0=1", " \t=1"}) {
    INFO(text);
    CHECK(csv_cell(text) == "'" + std::string(text));
  }
  CHECK(csv_cell("\rx") == "\"'\rx\"");
  CHECK(csv_cell("=A,B") == "\"'=A,B\"");
  for (const char* text : {"", " ", "26-0001", "a=b", "1+1", "Child A", "é"}) {
    INFO(text);
    CHECK(csv_cell(text) == text);
  }
}

TEST_CASE("Cells are quoted as RFC 4180 says", "[unit]") {
  CHECK(csv_line({"a", "b,c", "say \"no\"", "two\r\nlines", ""}) == "a,\"b,c\",\"say \"\"no\"\"\",\"two\r\nlines\",");
  CHECK(csv_line({}).empty());
}

}  // namespace
}  // namespace review
