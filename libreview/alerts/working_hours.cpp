#include "libreview/alerts/working_hours.hpp"

#include <fmt/format.h>

#include "libreview/calendar/london.hpp"

namespace review {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes whole_day{hours{24}};

/// `08:00`, and `24:00` for the end of a day.
std::optional<minutes> parse_time(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 3U, 4U}) {
    if (digit(at) < 0) return std::nullopt;
  }
  const minutes part{digit(3) * 10 + digit(4)};
  const minutes time = hours{digit(0) * 10 + digit(1)} + part;
  if (part >= hours{1} || time > whole_day) return std::nullopt;
  return time;
}

/// The instant at which the wall clock in London shows the time on the day. A time that the clock skips in spring is
/// the one an hour later; one that it shows twice in autumn is the first.
Instant on_the_wall(Date day, minutes time) {
  if (time == whole_day) return start_of_london_day(day.plus_days(1));
  const Instant winter = day.days() + time;
  const Instant summer = winter - hours{1};
  const auto shown = fmt::format("{:02}:{:02}", time / hours{1}, (time % hours{1}).count());
  return london_time(summer) == shown ? summer : winter;
}

bool is_working(Date day, const Calendar& calendar) {
  if (calendar.covers(day)) return calendar.working(day);
  return day.weekday() != std::chrono::Saturday && day.weekday() != std::chrono::Sunday;
}

}  // namespace

std::optional<WorkingHours> parse_working_hours(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = parse_time(text.substr(0, dash));
  const auto to = parse_time(text.substr(dash + 1));
  if (!from || !to || *to <= *from) return std::nullopt;
  return WorkingHours{*from, *to};
}

std::optional<Instant> open_since(Instant now, const WorkingHours& hours_of_day, const Calendar& calendar) {
  const auto day = london_day(now);
  if (!is_working(day, calendar)) return std::nullopt;
  const auto from = on_the_wall(day, hours_of_day.from);
  if (now < from || now >= on_the_wall(day, hours_of_day.to)) return std::nullopt;
  return from;
}

Instant next_opening(Instant from, const WorkingHours& hours_of_day, const Calendar& calendar) {
  for (auto day = london_day(from);; day = day.plus_days(1)) {
    if (!is_working(day, calendar)) continue;
    const auto opening = on_the_wall(day, hours_of_day.from);
    if (opening >= from) return opening;
  }
}

Instant send_at(Instant from, const WorkingHours& hours_of_day, const Calendar& calendar) {
  return open_since(from, hours_of_day, calendar) ? from : next_opening(from, hours_of_day, calendar);
}

}  // namespace review
