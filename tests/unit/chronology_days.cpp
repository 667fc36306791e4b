#include <array>
#include <catch2/catch.hpp>

#include "libreview/chronology/written_span.hpp"
#include "libreview/law/read_past_words.hpp"

namespace review {
namespace {

const Date today = Date::parse("2026-11-22").value();

/// What a cell says: `2021-03-04`, `2021-03-04/2021-03-07 14:30`, `unknown` or `unreadable`; ~ in front where it is not
/// exact.
std::string read(std::string_view cell) {
  const auto span = read_written_span(cell, past_words(), today, false);
  if (span.sort == WrittenDay::Sort::unknown) return "unknown";
  if (span.sort == WrittenDay::Sort::unreadable) return "unreadable";
  return (span.inexact ? "~" : "") + span.on + (span.until.empty() ? "" : "/" + span.until) +
         (span.at.empty() ? "" : " " + span.at);
}

struct Vector {
  const char* cell;
  const char* says;
};

TEST_CASE("A cell of a chronology says a day, a range or a time as people write them", "[unit]") {
  constexpr std::array<Vector, 24> vectors{{{"4/3/2021", "2021-03-04"},
                                            {"2021-03-04", "2021-03-04"},
                                            {"March 2021", "2021-03"},
                                            {"about 4/3/2021", "~2021-03-04"},
                                            {"c. March 2021", "~2021-03"},
                                            {"4/3/2021 14:30", "2021-03-04 14:30"},
                                            {"4/3/2021 at 2.30pm", "2021-03-04 14:30"},
                                            {"12:05 a.m. on 4/3/2021", "2021-03-04 00:05"},
                                            {"4 March 2021, 1430 hrs", "2021-03-04 14:30"},
                                            {"4/3/2021 10am to 11am", "2021-03-04 10:00"},
                                            {"2021-03-04T14:30:00", "2021-03-04 14:30"},
                                            {"2021-03-04 00:00:00", "2021-03-04"},
                                            {"3-7 March 2021", "2021-03-03/2021-03-07"},
                                            {"3rd and 4th March 2021", "2021-03-03/2021-03-04"},
                                            {"3 March - 7 April 2021", "2021-03-03/2021-04-07"},
                                            {"30/3/21 to 2/4/21", "2021-03-30/2021-04-02"},
                                            {"04-03-21 - 07-03-21", "2021-03-04/2021-03-07"},
                                            {"between March and May 2021", "2021-03/2021-05"},
                                            {"2020-2021", "2020/2021"},
                                            {"7-3 March 2021", "unreadable"},
                                            {"31/2/2021", "unreadable"},
                                            {"3/13/2021", "unreadable"},
                                            {"soon after", "unreadable"},
                                            {"n/k", "unknown"}}};
  for (const auto& vector : vectors) {
    INFO(vector.cell);
    CHECK(read(vector.cell) == vector.says);
  }
}

TEST_CASE("A column of times is read alone", "[unit]") {
  constexpr std::array<Vector, 7> vectors{{{"14:30", "14:30"},
                                           {"2.30pm", "14:30"},
                                           {"1430", "14:30"},
                                           {"0.604166667", "14:30"},
                                           {"10am", "10:00"},
                                           {"25:00", ""},
                                           {"afternoon", ""}}};
  for (const auto& vector : vectors) {
    INFO(vector.cell);
    CHECK(read_written_time(vector.cell) == vector.says);
  }
}

}  // namespace
}  // namespace review
