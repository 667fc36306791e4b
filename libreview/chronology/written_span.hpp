#pragma once

#include <string>
#include <string_view>

#include "libreview/calendar/date.hpp"
#include "libreview/law/past_words.hpp"
#include "libreview/past/written_day.hpp"

namespace review {

/// When something was, as a cell says it.
struct WrittenSpan {
  WrittenDay::Sort sort = WrittenDay::Sort::unreadable;
  std::string on{};      ///< the day, or the first; `2021-03-04`, `2021-03` or `2021`
  std::string until{};   ///< the last day of a range; else empty
  std::string at{};      ///< the time of day, `14:30`; else empty
  bool inexact = false;  ///< the cell says that it is about then
  std::string why{};     ///< of an unreadable one: what to write instead
};

/// Reads a day as `read_written_day` does, and beside it a time (`14:30`, `2.30pm`, `1430 hrs`) and a range
/// (`3-7 March 2021`, `30/3/21 to 2/4/21`, `between March and May 2021`): what the first day leaves out the last one
/// says. A range that ends before it begins is unreadable. The cell is not empty.
[[nodiscard]] WrittenSpan read_written_span(std::string_view cell, const PastWords& words, Date today, bool from_1904);

/// A time of day as a cell says it; empty where it is none. The end of a range of times is left out.
[[nodiscard]] std::string read_written_time(std::string_view cell);

}  // namespace review
