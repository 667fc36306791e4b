#pragma once

#include <cassert>
#include <chrono>
#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// A civil day in London: a square on the wall calendar, not a point in time. An instant becomes a day only through
/// `london_day`, and two days cannot be added.
class Date {
 public:
  /// Strictly `YYYY-MM-DD`, years 1900 to 2199. A day that does not exist is refused (`not_a_date`), never moved.
  static Result<Date> parse(std::string_view iso);

  constexpr explicit Date(std::chrono::sys_days days) : days_(days) {}
  /// The day must exist: `day.ok()`.
  constexpr explicit Date(std::chrono::year_month_day day) : days_(day) { assert(day.ok()); }

  /// `2026-04-02`
  [[nodiscard]] std::string iso() const;
  /// `Thu 2 April 2026`
  [[nodiscard]] std::string words() const;

  [[nodiscard]] constexpr std::chrono::weekday weekday() const { return std::chrono::weekday{days_}; }
  [[nodiscard]] constexpr int year() const { return static_cast<int>(fields().year()); }
  /// 1 to 12
  [[nodiscard]] constexpr unsigned month() const { return static_cast<unsigned>(fields().month()); }
  /// Day of the month, 1 to 31.
  [[nodiscard]] constexpr unsigned day() const { return static_cast<unsigned>(fields().day()); }
  [[nodiscard]] constexpr std::chrono::year_month_day fields() const { return std::chrono::year_month_day{days_}; }
  [[nodiscard]] constexpr std::chrono::sys_days days() const { return days_; }

  /// `count` calendar days later; earlier when negative.
  [[nodiscard]] constexpr Date plus_days(int count) const { return Date{days_ + std::chrono::days{count}}; }
  /// Calendar days from this day to `later`; negative when `later` is earlier.
  [[nodiscard]] constexpr int days_until(Date later) const { return static_cast<int>((later.days_ - days_).count()); }

  [[nodiscard]] friend constexpr auto operator<=>(const Date&, const Date&) = default;

 private:
  std::chrono::sys_days days_;
};

/// The last day that `Date::parse` takes.
inline constexpr std::string_view last_day = "2199-12-31";
/// Stands for no day in what is ordered by days: it sorts after every day, and is none.
inline constexpr std::string_view no_day = "9999-99-99";

/// The name in full, for example `Saturday`.
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday weekday);
/// The name in full, 1 = `January`.
[[nodiscard]] std::string_view month_name(unsigned month);

}  // namespace review

template <>
struct std::hash<review::Date> {
  [[nodiscard]] std::size_t operator()(review::Date date) const noexcept {
    return std::hash<int>{}(static_cast<int>(date.days().time_since_epoch().count()));
  }
};
