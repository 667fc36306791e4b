#include "libreview/calendar/date.hpp"

#include <fmt/format.h>

#include <array>

#include "libreview/calendar/digits.hpp"

namespace review {

Result<Date> Date::parse(std::string_view iso) {
  const auto year = digits(iso, 0, 4);
  const auto month = digits(iso, 5, 2);
  const auto day = digits(iso, 8, 2);
  // The text itself is not repeated: what was typed into a field for a day may be a name.
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-' || !year || !month || !day) {
    return refuse(Code::not_a_date, "Write the day as year, month and day, for example 2026-04-02.");
  }
  if (*year < 1900 || *year > 2199) {
    return refuse(Code::not_a_date,
                  fmt::format("{} is not a day this service takes: years run from 1900 to 2199.", iso));
  }
  const std::chrono::year_month_day fields{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
  if (!fields.ok()) return refuse(Code::not_a_date, fmt::format("There is no such day as {}.", iso));
  return Date{fields};
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::words() const {
  return fmt::format("{} {} {} {}", weekday_name(weekday()).substr(0, 3), day(), month_name(month()), year());
}

std::string_view weekday_name(std::chrono::weekday weekday) {
  constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};
  return names.at(weekday.c_encoding());
}

std::string_view month_name(unsigned month) {
  constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  return names.at(month - 1);
}

}  // namespace review
