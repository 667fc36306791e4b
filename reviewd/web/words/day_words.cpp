#include "reviewd/web/words/day_words.hpp"

#include <fmt/format.h>

#include "libreview/calendar/london.hpp"
#include "libreview/calendar/partial_date.hpp"

namespace reviewd {

std::string day_words(const std::string& iso) {
  const auto date = review::PartialDate::parse(iso);
  if (!date) return iso;
  const auto whole = date->whole();
  if (!whole) return date->words();
  return fmt::format("{} {} {} {}", review::weekday_name(whole->weekday()), whole->day(),
                     review::month_name(whole->month()), whole->year());
}

std::string short_day_words(const std::string& iso) {
  const auto date = review::Date::parse(iso);
  if (!date) return day_words(iso);
  constexpr std::size_t letters = 3;
  return fmt::format("{} {} {} {}", review::weekday_name(date->weekday()).substr(0, letters), date->day(),
                     review::month_name(date->month()).substr(0, letters), date->year());
}

std::string day_in_box(const std::string& iso) {
  const auto date = review::Date::parse(iso);
  return date ? fmt::format("{}/{}/{}", date->day(), date->month(), date->year()) : iso;
}

std::string counted_words(int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string instant_words(const std::string& instant) {
  const auto parsed = review::parse_instant(instant);
  return parsed ? day_words(review::london_day(*parsed).iso()) : instant;
}

}  // namespace reviewd
