#include "libreview/rehearsal/known_day.hpp"

#include <string>

#include "libreview/calendar/partial_date.hpp"

namespace review {
namespace {

constexpr std::size_t month_length = 7;
constexpr std::size_t day_length = 10;

bool is_year(const WrittenDate& written, const KnownDay& known) {
  return written.short_year ? written.year == known.year % 100 : written.year == known.year;
}

}  // namespace

std::optional<KnownDay> KnownDay::parse(std::string_view text) {
  if (!PartialDate::parse(text) || text.size() < month_length) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    return std::stoi(std::string(text.substr(from, count)));
  };
  return KnownDay{number(0, 4), number(5, 2), text.size() == day_length ? number(8, 2) : 0};
}

SaysOfDay says_of(const WrittenDate& written, const KnownDay& known) {
  const bool year = is_year(written, known);
  if (written.year != 0 && !year) return SaysOfDay::nothing;
  const bool month = written.month == known.month;
  if (written.day == 0)
    return month && year ? (known.day == 0 ? SaysOfDay::whole : SaysOfDay::part) : SaysOfDay::nothing;
  if (known.day == 0) return month && year ? SaysOfDay::whole : SaysOfDay::nothing;
  if (month && written.day == known.day) return written.year == 0 ? SaysOfDay::part : SaysOfDay::whole;
  const bool swapped = written.swappable && written.month == known.day && written.day == known.month;
  return swapped ? SaysOfDay::part : SaysOfDay::nothing;
}

}  // namespace review
