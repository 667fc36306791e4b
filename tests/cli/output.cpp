#include "libreview/base/closest.hpp"
#include "tests/cli/cli_support.hpp"
#include "tools/reviewctl/london_time.hpp"
#include "tools/reviewctl/printable.hpp"
#include "tools/reviewctl/table.hpp"

namespace review::cli_test {
namespace {

using reviewctl::csv_text;
using reviewctl::printable;
using reviewctl::Table;
using reviewctl::table_text;

struct CsvCell {
  std::string text;
  std::string written;
};

const CsvCell csv_cells[] = {
    {"plain", "plain"},
    {"=1+1", "'=1+1"},
    {"+44", "'+44"},
    {"-5", "'-5"},
    {"@SUM(A1)", "'@SUM(A1)"},
    {"\tx", "'\tx"},
    {"\rx", "\"'\rx\""},
    {"a,b", "\"a,b\""},
    {"say \"no\"", "\"say \"\"no\"\"\""},
    {"two\nlines", "\"two\nlines\""},
    {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
    {"", ""},
};

TEST_CASE("No cell of a CSV is a formula", "[cli]") {
  const auto& cell = GENERATE(from_range(std::begin(csv_cells), std::end(csv_cells)));
  CHECK(csv_text({{{"NAME", "name"}}, {{cell.text}}}) == "name\n" + cell.written + "\n");
}

struct Harmful {
  std::string text;
  std::string shown;
};

const Harmful harmful[] = {
    {"red \033[31m text", "red  [31m text"},
    {"bell\a", "bell "},
    {"over\rwritten", "over written"},
    {"new\nline", "new line"},
    {std::string("nul\0l", 5), "nul l"},
    {"del\x7f", "del "},
    {"c1 \xc2\x9b"
     "31m",
     "c1  31m"},
    {"turned \xe2\x80\xae txt", "turned   txt"},
    {"kept: é ’ 漢", "kept: é ’ 漢"},
    {"cut short \xe2\x80", "cut short \xe2\x80"},
};

TEST_CASE("Control characters do nothing to a terminal", "[cli]") {
  const auto& one = GENERATE(from_range(std::begin(harmful), std::end(harmful)));
  CHECK(printable(one.text) == one.shown);
  CHECK_THAT(table_text({{{"NAME", "name"}}, {{one.text}}}, false), Catch::Contains(one.shown.substr(0, 3)));
}

TEST_CASE("What others wrote is harmless on a terminal and whole in JSON", "[cli]") {
  const Office office;
  const auto made =
      office(Words{"case", "log", "--local-authority-aware-on", "2026-04-02", "--harm", "death", "--abuse-or-neglect",
                   "suspected", "--child", "pseudonym=Child A,ageYears=4", "--output", "json"});
  REQUIRE(made.exit == 0);
  const std::string text = "=cmd \033]0;title\a done";
  REQUIRE(office(Words{"entry", "add", "26-0001", "note-added", "--text", text}).exit == 0);
  CHECK(office.done("entry list 26-0001 --output json").at("/entries/1/noteAdded/text") == text);
  CHECK_THAT(office.done("entry list 26-0001 --output json").data, !Catch::Contains("\033"));
  const auto strange = office(Words{"case", "show", "26-\033[31m"});
  CHECK(strange.exit == 2);
  CHECK_THAT(strange.talk, !Catch::Contains("\033"));
  CHECK_THAT(ctl(Words{"\033[31m"}).talk, !Catch::Contains("\033"));
}

TEST_CASE("A table leaves out columns that say nothing, and colours what is late", "[cli]") {
  const Table table{{{"CASE", "case"}, {"", "hidden"}, {"NOTE", "note"}, {"STATE", "state"}},
                    {{"26-0001", "x", "", {"late", "LATE", reviewctl::Tone::bad}}, {"é", "y", "", "met"}}};
  CHECK(table_text(table, false) == "CASE     STATE\n26-0001  late\né        met\n");
  CHECK_THAT(table_text(table, true), Catch::Contains("\033[31mlate\033[0m"));
  CHECK(csv_text(table) == "case,hidden,note,state\n26-0001,x,,LATE\né,y,,met\n");
}

TEST_CASE("People read the time of London", "[cli]") {
  CHECK(reviewctl::london_time("2026-04-02T07:42:08.802Z") == "2026-04-02 08:42");
  CHECK(reviewctl::london_time("2026-01-02T07:42:08.802Z") == "2026-01-02 07:42");
  CHECK(reviewctl::london_time("2026-06-30T23:30:00.000Z") == "2026-07-01 00:30");
  CHECK(reviewctl::london_time("2026-03-29T00:59:59.000Z") == "2026-03-29 00:59");
  CHECK(reviewctl::london_time("2026-03-29T01:00:00.000Z") == "2026-03-29 02:00");
  CHECK(reviewctl::london_time("2026-10-25T00:59:59.000Z") == "2026-10-25 01:59");
  CHECK(reviewctl::london_time("2026-10-25T01:00:00.000Z") == "2026-10-25 01:00");
  CHECK(reviewctl::london_time("yesterday") == "yesterday");
}

TEST_CASE("A word that is nearly right is guessed, and no other", "[cli]") {
  const Words known{"show", "list", "log"};
  CHECK(review::closest("shwo", {"show"}).empty());
  CHECK(review::closest("sho", known) == "show");
  CHECK(review::closest("lis", known) == "list");
  CHECK(review::closest("frobnicate", known).empty());
  CHECK(review::closest("", known).empty());
  CHECK(review::closest(std::string(100, 'x'), {std::string(100, 'x')}).empty());
}

}  // namespace
}  // namespace review::cli_test
