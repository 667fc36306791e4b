#include "libreview/chronology/chronology_table.hpp"

#include <catch2/catch.hpp>

#include "libreview/law/read_past_words.hpp"
#include "libreview/past/read_csv.hpp"

namespace review {
namespace {

const Date table_today = Date::parse("2026-11-22").value();

ChronologyTable table_of(const std::string& csv) {
  const auto book = read_csv(csv, "Sheet1").value();
  return read_chronology(book, guess_chronology(book, past_words()), past_words(), table_today);
}

/// `3 Date not-a-date`: row, column and fault of each error.
std::vector<std::string> errors_of(const ChronologyTable& table) {
  std::vector<std::string> all;
  for (const auto& one : table.findings) {
    if (one.is_error()) all.push_back(std::to_string(one.row) + " " + one.column + " " + one.code);
  }
  return all;
}

TEST_CASE("An agency's table is read by the words of its headings, and nothing of it is lost", "[unit]") {
  const auto table = table_of(
      "Date,Time,Type of contact,Event,Child seen,Voice of the child,Analysis,Source,Weight\n"
      "4/3/2021,2.30pm,Home visit,Seen at home,Y,Smiled,No question was asked,Ward notes,6.1 kg\n"
      "about March 2021,,,Missed clinic,n/k,,,,\n");
  INFO(table.findings.size());
  REQUIRE(table.good());
  REQUIRE(table.rows.size() == 2);
  const auto& row = table.rows[0];
  CHECK(row.on() == "2021-03-04");
  CHECK(row.at() == "14:30");
  CHECK(row.sort() == "Home visit");
  CHECK(row.what() == "Seen at home");
  CHECK(row.child_seen() == v1::KNOWN_YES);
  CHECK(row.voice() == "Smiled");
  CHECK(row.analysis() == "No question was asked");
  CHECK(row.source() == "Ward notes");
  CHECK(row.remarks() == "Weight: 6.1 kg");
  CHECK(row.row() == 2);
  CHECK(table.rows[1].on() == "2021-03");
  CHECK(table.rows[1].about());
  CHECK(table.rows[1].written() == "about March 2021");
  CHECK(table.rows[1].child_seen() == v1::KNOWN_NOT_KNOWN);
}

TEST_CASE("Of two columns that may be one thing, the one with its own name is it", "[unit]") {
  const auto table = table_of("Date,Contact,What happened\n4/3/2021,By telephone,Seen at home\n");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].what() == "Seen at home");
  CHECK(table.rows[0].remarks() == "Contact: By telephone");
}

TEST_CASE("One row that cannot be read keeps the whole table out, and each says why", "[unit]") {
  const auto table = table_of(
      "Date,Event\n4/3/2021,Good\n31/2/2021,No such day\n,No day\n5/3/2021,\nn/k,Nobody knows\n1/1/2030,To come\n");
  CHECK_FALSE(table.good());
  CHECK(errors_of(table) == std::vector<std::string>{"3 Date not-a-date", "4 Date missing-field",
                                                     "5 Event missing-field", "6 Date not-a-date",
                                                     "7 Date dated-in-the-future"});
}

TEST_CASE("A table without the columns that it needs, or without a row, is not read", "[unit]") {
  CHECK(errors_of(table_of("Date,Type of contact\n4/3/2021,Visit\n")) == std::vector<std::string>{"0  missing-field"});
  CHECK(errors_of(table_of("Date,Event\n")) == std::vector<std::string>{"0  missing-field"});
}

TEST_CASE("Of a table with too many rows no more is read than shows that", "[unit]") {
  std::string rows = "Date,Event\n";
  for (int i = 0; i < 2500; ++i) rows += "4/3/2021,Seen\n";
  const auto table = table_of(rows);
  CHECK(table.rows.size() == 2001);
  REQUIRE(errors_of(table) == std::vector<std::string>{"0  too-large"});
}

}  // namespace
}  // namespace review
