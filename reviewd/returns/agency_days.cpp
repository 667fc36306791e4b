#include "reviewd/returns/agency_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "libreview/calendar/counting.hpp"

namespace reviewd {
namespace {

std::string capitals(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

bool is_closed(review::Date day, const review::Agency& agency) {
  const auto weekday = capitals(review::weekday_name(day.weekday()));
  const auto& weekly = agency.closed_weekdays;
  const auto& days = agency.closed_days;
  return std::find(weekly.begin(), weekly.end(), weekday) != weekly.end() ||
         std::find(days.begin(), days.end(), day.iso()) != days.end();
}

}  // namespace

std::string day_in_words(review::Date day) {
  return fmt::format("{} {} {} {}", review::weekday_name(day.weekday()), day.day(), review::month_name(day.month()),
                     day.year());
}

review::Result<int> agency_days_between(review::Date after, review::Date through, const review::Agency& agency,
                                        const review::Calendar& calendar) {
  const auto usual = review::working_days_between(after, through, calendar);
  if (!usual) return review::refuse(usual.error());
  int open = *usual;
  for (auto day = after.plus_days(1); day <= through; day = day.plus_days(1)) {
    if (calendar.working(day) && is_closed(day, agency)) --open;
  }
  return open;
}

std::string due_words(review::Date today, review::Date due, const review::Agency& agency,
                      const review::Calendar& calendar) {
  const auto when = day_in_words(due);
  if (due < today) return when + ". That day has passed. Please send what you have.";
  if (due == today) return when + ". That is today.";
  const auto left = agency_days_between(today, due, agency, calendar);
  const auto usual = review::working_days_between(today, due, calendar);
  if (!left || !usual) return when + ".";
  if (*left == 0) return when + ". Your agency is closed until then.";
  const auto count = *left == 1 ? std::string("1 working day") : fmt::format("{} working days", *left);
  const auto closed = *usual - *left;
  if (closed == 0) return fmt::format("{}. You have {} left.", when, count);
  return fmt::format("{}. You have {} left, not counting {} on which your agency is closed.", when, count,
                     closed == 1 ? std::string("1 day") : fmt::format("{} days", closed));
}

}  // namespace reviewd
