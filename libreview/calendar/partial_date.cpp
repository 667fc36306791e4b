#include "libreview/calendar/partial_date.hpp"

#include <fmt/format.h>

namespace review {

Result<PartialDate> PartialDate::parse(std::string_view text) {
  const Known known = text.size() == 4 ? Known::year : text.size() == 7 ? Known::month : Known::day;
  std::string first_day(text);
  if (known == Known::year) first_day += "-01-01";
  if (known == Known::month) first_day += "-01";
  const auto earliest = Date::parse(first_day);
  if (earliest) return PartialDate{*earliest, known};
  if (known == Known::day && text.size() == 10) return refuse(earliest.error());
  return refuse(Code::not_a_date,
                "Write as much of the day as is known: 2026, 2026-04 or 2026-04-02, with a year from 1900 to 2199.");
}

Date PartialDate::latest() const {
  const auto fields = earliest_.fields();
  switch (known_) {
    case Known::year:
      return Date{fields.year() / std::chrono::December / 31};
    case Known::month:
      return Date{std::chrono::sys_days{fields.year() / fields.month() / std::chrono::last}};
    case Known::day:
      break;
  }
  return earliest_;
}

std::optional<Date> PartialDate::whole() const {
  if (known_ == Known::day) return earliest_;
  return std::nullopt;
}

std::string PartialDate::words() const {
  switch (known_) {
    case Known::year:
      return fmt::format("{}", earliest_.year());
    case Known::month:
      return fmt::format("{} {}", month_name(earliest_.month()), earliest_.year());
    case Known::day:
      break;
  }
  return earliest_.words();
}

std::string partial_date_words(const std::string& text) {
  const auto known = PartialDate::parse(text);
  return known ? known->words() : text;
}

}  // namespace review
