#pragma once

#include <string_view>

#include "libreview/calendar/date.hpp"
#include "libreview/law/figure_rules.hpp"

namespace review {

/// From the first day to the last, both counted.
struct Period {
  Date from;
  Date to;

  /// Whether a day written YYYY-MM-DD lies in it; what is no whole day does not.
  [[nodiscard]] bool has(std::string_view day) const { return day >= from.iso() && day <= to.iso(); }
  auto operator<=>(const Period&) const = default;
};

/// The last year that was over before `today`, as years are reported.
[[nodiscard]] Period last_reported_year(const FigureRules& rules, Date today);
/// The reported year that the day lies in.
[[nodiscard]] Period reported_year_of(const FigureRules& rules, Date day);

}  // namespace review
