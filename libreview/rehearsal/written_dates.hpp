#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "libreview/rehearsal/text_words.hpp"

namespace review {

/// A day, a month with its year, or a day without its year, as a text writes it.
struct WrittenDate {
  int year = 0;  ///< 0 where it is not said
  int month = 0;
  int day = 0;              ///< 0 where it is not said
  bool short_year = false;  ///< only the last two figures of the year
  bool swappable = false;   ///< day and month may stand the other way round
  bool iso = false;         ///< 2019-03-04
  std::size_t from = 0;     ///< bytes
  std::size_t to = 0;
};

/// The dates of a text, in whatever way they are written: 4th of March 2019, March 4, 2019, 04/03/2019, 4.3.19,
/// 20190304, March 2019, 4 March.
[[nodiscard]] std::vector<WrittenDate> written_dates(std::string_view text, const std::vector<TextWord>& words);

}  // namespace review
