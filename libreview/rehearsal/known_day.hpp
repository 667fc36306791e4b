#pragma once

#include <optional>
#include <string_view>

#include "libreview/rehearsal/written_dates.hpp"

namespace review {

/// A day as it was recorded: `2019-03-04` or `2019-03`.
struct KnownDay {
  int year;
  int month;
  int day;  ///< 0 where it is not known

  /// Nothing for what is neither, such as a year alone.
  [[nodiscard]] static std::optional<KnownDay> parse(std::string_view text);
};

/// How much of a known day a written one says.
enum class SaysOfDay {
  nothing,  ///< it is another
  part,     ///< the month and the year, or the day and the month; or all of it if day and month stand the American way
  whole     ///< as much as is known
};
/// A year of two figures is one of the known century.
[[nodiscard]] SaysOfDay says_of(const WrittenDate& written, const KnownDay& known);

}  // namespace review
