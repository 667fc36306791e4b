#include "libreview/calendar/instant.hpp"

#include <fmt/format.h>

#include <optional>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/digits.hpp"

namespace review {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Hours and minutes written `hh:mm` at `at`.
std::optional<minutes> hours_and_minutes(std::string_view text, std::size_t at) {
  const auto hour = digits(text, at, 2);
  const auto minute = digits(text, at + 3, 2);
  if (!hour || !minute || text[at + 2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  return hours{*hour} + minutes{*minute};
}

/// `.` and one to nine digits at the front of `text`, which is shortened by them; zero where there is no point.
std::optional<milliseconds> take_fraction(std::string_view& text) {
  if (text.empty() || text.front() != '.') return milliseconds{0};
  text.remove_prefix(1);
  std::size_t length = 0;
  int value = 0;
  for (; digits(text, length, 1); ++length) {
    if (length < 3) value = value * 10 + *digits(text, length, 1);
  }
  if (length == 0 || length > 9) return std::nullopt;
  for (std::size_t missing = length; missing < 3; ++missing) value *= 10;
  text.remove_prefix(length);
  return milliseconds{value};
}

/// `Z`, `+hh:mm` or `-hh:mm`, and nothing after it: how far ahead of UTC.
std::optional<minutes> offset(std::string_view text) {
  if (text == "Z") return minutes{0};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto ahead = hours_and_minutes(text, 1);
  if (!ahead) return std::nullopt;
  return text[0] == '-' ? -*ahead : *ahead;
}

}  // namespace

std::string rfc3339(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Date{day}.iso(), time.hours().count(), time.minutes().count(),
                     time.seconds().count(), time.subseconds().count());
}

Result<Instant> parse_instant(std::string_view text) {
  const auto malformed = [] {
    return refuse(Code::not_a_date, "Write the moment in UTC, for example 2026-04-02T16:00:00Z.");
  };
  if (text.size() < 20 || text[10] != 'T') return malformed();
  const auto day = Date::parse(text.substr(0, 10));
  if (!day) return refuse(day.error());
  const auto time = hours_and_minutes(text, 11);
  const auto second = digits(text, 17, 2);
  if (!time || !second || text[16] != ':' || *second > 59) return malformed();
  std::string_view rest = text.substr(19);
  const auto fraction = take_fraction(rest);
  const auto ahead = fraction ? offset(rest) : std::nullopt;
  if (!ahead) return malformed();
  return Instant{day->days() + *time - *ahead + seconds{*second} + *fraction};
}

}  // namespace review
