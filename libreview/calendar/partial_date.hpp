#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"

namespace review {

/// A day of which only the year, or the year and month, may be known: `2026`, `2026-03` or `2026-03-02`. It stands for
/// all the days it may have been; it has no order of its own, so compare `earliest()` or `latest()`.
class PartialDate {
 public:
  /// Strictly one of the three forms, years 1900 to 2199; otherwise `not_a_date`.
  static Result<PartialDate> parse(std::string_view text);

  explicit PartialDate(Date whole) : earliest_(whole), known_(Known::day) {}

  /// The first day it may have been.
  [[nodiscard]] Date earliest() const { return earliest_; }
  /// The last day it may have been.
  [[nodiscard]] Date latest() const;
  /// The day, if all of it is known.
  [[nodiscard]] std::optional<Date> whole() const;
  /// `Thu 2 April 2026`, `April 2026` or `2026`.
  [[nodiscard]] std::string words() const;

  [[nodiscard]] friend bool operator==(const PartialDate&, const PartialDate&) = default;

 private:
  enum class Known : std::uint8_t { year, month, day };

  PartialDate(Date earliest, Known known) : earliest_(earliest), known_(known) {}

  Date earliest_;
  Known known_;
};

/// The words of a day as it is written; what is no day stays as it is.
[[nodiscard]] std::string partial_date_words(const std::string& text);

}  // namespace review
