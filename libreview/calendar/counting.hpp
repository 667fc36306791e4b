#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "libreview/calendar/date.hpp"

namespace review {

enum class Unit { working_days, calendar_days, months };

/// Which day is day 1. Sources disagree, so each rule names its convention.
/// `day_after`: the day itself is day 0 and the first day after it that counts is day 1 (the national default).
/// `same_day`: the day itself is day 1 if it counts, otherwise the first day after it that does.
/// Months are the corresponding day under both.
enum class Counting { day_after, same_day };

/// `working-days`, `calendar-days` or `months`
[[nodiscard]] std::string_view unit_name(Unit unit);
/// `WORKING_DAYS`, `CALENDAR_DAYS` or `MONTHS`, as a clock says it
[[nodiscard]] std::string_view unit_code(Unit unit);
[[nodiscard]] std::optional<Unit> find_unit(std::string_view name);
/// `day-after` or `same-day`
[[nodiscard]] std::string_view counting_name(Counting counting);
[[nodiscard]] std::optional<Counting> find_counting(std::string_view name);

/// One line of the working.
struct WorkedDay {
  Date date;
  bool counted;
  int day;  ///< how far the count has come by the end of this day; negative when counting back
  std::string why;
};

/// A due day with its working. The time to act runs to the end of `due`, London time.
struct Count {
  Date from;
  int length;
  Unit unit;
  Counting counting;
  Date due;
  /// Days: every day from `from` to `due`, in the order of the count. Months: `from`, then one line a month.
  std::vector<WorkedDay> working;
};

/// The longest count in any unit that is worked out at all.
inline constexpr int longest_count = 10'000;

/// Counts `length` units from `from`; back in time when negative; a length of 0 is due on `from`. Calendar days and
/// months stay on the day they reach, working day or not. Refused with `beyond_calendar` if `from` or a day it needs
/// lies outside `calendar`, or the length is beyond `longest_count`.
[[nodiscard]] Result<Count> count(Date from, int length, Unit unit, Counting counting, const Calendar& calendar);

/// How many working days d have `after` < d <= `through`; 0 if `through` is not later. Refused with `beyond_calendar`
/// if one of those days lies outside `calendar`.
[[nodiscard]] Result<int> working_days_between(Date after, Date through, const Calendar& calendar);

/// The corresponding day `months` later (earlier when negative), or the last day of that month if it is shorter, as
/// 31 August and six months give the last day of February. The corresponding date rule: Dodds v Walker [1981] 1 WLR
/// 1027 (HL). Counted from `from` in one step, so a clamp in between does not stick.
[[nodiscard]] Date months_after(Date from, int months);

}  // namespace review
