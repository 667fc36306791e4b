#include <array>
#include <catch2/catch.hpp>

#include "libreview/law/check_past_words.hpp"
#include "libreview/law/england.hpp"
#include "libreview/law/read_past_words.hpp"
#include "libreview/past/serial_day.hpp"
#include "libreview/past/written_day.hpp"

namespace review {
namespace {

const Date today = Date::parse("2026-11-22").value();

/// What a cell says: a day, `unknown`, or `unreadable`; with ~ in front where it says more than the day.
std::string read(std::string_view cell) {
  const auto day = read_written_day(cell, past_words(), today, false);
  if (day.sort == WrittenDay::Sort::unknown) return "unknown";
  if (day.sort == WrittenDay::Sort::unreadable) return "unreadable";
  return (day.inexact ? "~" : "") + day.day;
}

TEST_CASE("Days are read as people in Britain write them", "[unit]") {
  struct Vector {
    const char* cell;
    const char* says;
  };
  constexpr std::array<Vector, 33> vectors{{{"4/3/2021", "2021-03-04"},
                                            {"04/03/2021", "2021-03-04"},
                                            {"04.03.21", "2021-03-04"},
                                            {"4-3-21", "2021-03-04"},
                                            {"4 March 2021", "2021-03-04"},
                                            {"4th March 2021", "2021-03-04"},
                                            {"Thu 4 Mar 2021", "2021-03-04"},
                                            {"Thursday, 4th March 2021", "2021-03-04"},
                                            {"March 4, 2021", "2021-03-04"},
                                            {"4-Mar-21", "2021-03-04"},
                                            {"2021-03-04", "2021-03-04"},
                                            {"2021-03-04 00:00:00", "2021-03-04"},
                                            {"2021-03-04T13:45:00", "2021-03-04"},
                                            {"04/03/2021 13:45", "2021-03-04"},
                                            {"\xc2\xa0"
                                             "4 March\xc2\xa0"
                                             "2021 ",
                                             "2021-03-04"},
                                            {"44259", "2021-03-04"},
                                            {"44259.75", "2021-03-04"},
                                            {"March 2021", "2021-03"},
                                            {"Mar-21", "2021-03"},
                                            {"03/2021", "2021-03"},
                                            {"2021", "2021"},
                                            {"1/9/97", "1997-09-01"},
                                            {"1/9/36", "2036-09-01"},
                                            {"1/9/37", "1937-09-01"},
                                            {"early March 2021", "~2021-03"},
                                            {"c. 2014", "~2014"},
                                            {"spring 2021", "~2021"},
                                            {"N/K", "unknown"},
                                            {"tbc", "unknown"},
                                            {"3/13/2021", "unreadable"},
                                            {"29 February 2021", "unreadable"},
                                            {"4 March", "unreadable"},
                                            {"after the trial", "unreadable"}}};
  for (const auto& one : vectors) {
    INFO(one.cell);
    CHECK(read(one.cell) == one.says);
  }
}

TEST_CASE("The day numbers of spreadsheets count from 1900, with a day that never was, or from 1904", "[unit]") {
  const auto day = [](double serial, bool from_1904) {
    const auto found = day_of_serial(serial, from_1904);
    return found ? found->iso() : std::string("none");
  };
  CHECK(day(0, false) == "none");
  CHECK(day(1, false) == "1900-01-01");
  CHECK(day(59, false) == "1900-02-28");
  CHECK(day(60, false) == "none");
  CHECK(day(61, false) == "1900-03-01");
  CHECK(day(44259, false) == "2021-03-04");
  CHECK(day(44259.999, false) == "2021-03-04");
  CHECK(day(0, true) == "1904-01-01");
  CHECK(day(42797, true) == "2021-03-04");
  CHECK(day(-1, false) == "none");
  CHECK(day(999'999, false) == "none");
}

TEST_CASE("The words of earlier spreadsheets rest on what the law cites, and none has two meanings", "[unit][law]") {
  const RuleBook book = england();
  const auto found = [&](const PastWords& words) {
    std::string all;
    for (const LawFault& fault : check_past_words(words, book)) all += fault.where + ": " + fault.says + "\n";
    return all;
  };
  CHECK(found(past_words()).empty());
  auto words = past_words();
  SECTION("a heading of two fields") {
    auto twice = words.fields.front();
    twice.id = "another";
    words.fields.push_back(twice);
    CHECK_FALSE(found(words).empty());
  }
  SECTION("a word of no field") {
    words.values.push_back({"nothing", "LCSPR", {"x"}, "", {}});
    CHECK(found(words) == "past, nothing LCSPR: is of no field\n");
  }
  SECTION("a theme of no list") {
    words.values.push_back({"themes", "weather", {"an invented word"}, "", {}});
    CHECK(found(words) == "past, themes weather: is no theme of a list\n");
  }
  SECTION("a warning that cites nothing") {
    words.values.push_back({"harm", "DEATH", {"an invented word"}, "Mind this.", {}});
    CHECK(found(words) == "past, harm DEATH: has no citation\n");
  }
}

}  // namespace
}  // namespace review
