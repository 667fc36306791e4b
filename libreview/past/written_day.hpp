#pragma once

#include <string>
#include <string_view>

#include "libreview/calendar/date.hpp"
#include "libreview/law/past_words.hpp"

namespace review {

/// A day as a cell of a spreadsheet says it.
struct WrittenDay {
  enum class Sort {
    known,      ///< `day` says it, as far as it is known
    unknown,    ///< the cell says that nobody knows
    unreadable  ///< `why` says what to write instead
  };

  Sort sort = Sort::unreadable;
  std::string day{};     ///< `2021-03-04`, `2021-03` or `2021`
  bool inexact = false;  ///< the cell says more than the day, such as "spring": what was written is to be kept
  std::string why{};
};

/// Reads a day as people in Britain write it, day before month: `4/3/2021`, `04.03.21`, `4th March 2021`, `Mar-21`,
/// `03/2021`, `2021`, `2021-03-04`, a bare day number of a spreadsheet. A time of day is dropped. A year of two figures
/// is at most ten years ahead of `today`. A day that there is not is never moved, and months never change place with
/// days. The cell is not empty.
[[nodiscard]] WrittenDay read_written_day(std::string_view cell, const PastWords& words, Date today, bool from_1904);

}  // namespace review
