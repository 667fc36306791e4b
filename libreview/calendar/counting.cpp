#include "libreview/calendar/counting.hpp"

#include <fmt/format.h>

#include "libreview/calendar/beyond.hpp"

namespace review {
namespace {

std::string length_in_words(int length, Unit unit) {
  const std::string_view one = unit == Unit::working_days    ? "working day"
                               : unit == Unit::calendar_days ? "calendar day"
                                                             : "month";
  return fmt::format("{} {}{}", std::abs(length), one, std::abs(length) == 1 ? "" : "s");
}

std::string what_was_asked(const Count& asked) {
  return fmt::format("Counting {}{} from {}", asked.length < 0 ? "back " : "",
                     length_in_words(asked.length, asked.unit), asked.from.words());
}

std::string why_day_zero(const Count& asked) {
  if (asked.length == 0) return "day 0: due on the day itself";
  return asked.length < 0 ? "day 0: the count goes back from the day before"
                          : "day 0: the count starts on the day after";
}

std::string why_calendar_day(Date day, const Calendar& calendar) {
  const std::string kind = calendar.why(day);
  return calendar.working(day) ? "calendar day" : "calendar day; " + kind;
}

Result<Count> through_days(Count answer, const Calendar& calendar) {
  const int step = answer.length < 0 ? -1 : 1;
  int reached = 0;
  for (Date day = answer.from;; day = day.plus_days(step)) {
    if (!calendar.covers(day)) return refuse(beyond(what_was_asked(answer), day, calendar));
    const bool day_zero = day == answer.from && (answer.counting == Counting::day_after || answer.length == 0);
    const bool counted = !day_zero && (answer.unit == Unit::calendar_days || calendar.working(day));
    if (counted) reached += step;
    answer.working.push_back({day, counted, reached,
                              day_zero                            ? why_day_zero(answer)
                              : answer.unit == Unit::working_days ? calendar.why(day)
                                                                  : why_calendar_day(day, calendar)});
    if (reached == answer.length) {
      answer.due = day;
      return answer;
    }
  }
}

std::string why_month(Date from, int months, Date day) {
  std::string why = fmt::format("{} {}", length_in_words(months, Unit::months), months < 0 ? "before" : "after");
  if (day.day() == from.day()) return why + ", the corresponding day";
  return fmt::format("{}; {} has no day {}, so its last day", why, month_name(day.month()), from.day());
}

Result<Count> through_months(Count answer, const Calendar& calendar) {
  answer.due = months_after(answer.from, answer.length);
  for (const Date needed : {answer.from, answer.due}) {
    if (!calendar.covers(needed)) return refuse(beyond(what_was_asked(answer), needed, calendar));
  }
  answer.working.push_back({answer.from, false, 0, "the day that the months are counted from"});
  const int step = answer.length < 0 ? -1 : 1;
  for (int reached = step; std::abs(reached) <= std::abs(answer.length); reached += step) {
    const Date day = months_after(answer.from, reached);
    answer.working.push_back({day, true, reached, why_month(answer.from, reached, day)});
  }
  return answer;
}

}  // namespace

Result<Count> count(Date from, int length, Unit unit, Counting counting, const Calendar& calendar) {
  if (length > longest_count || length < -longest_count) {
    return refuse(Code::beyond_calendar, fmt::format("A count is at most {} days or months.", longest_count));
  }
  Count answer{from, length, unit, counting, from, {}};
  return unit == Unit::months ? through_months(std::move(answer), calendar) : through_days(std::move(answer), calendar);
}

}  // namespace review
