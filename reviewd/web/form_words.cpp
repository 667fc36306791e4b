#include "reviewd/web/form_words.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "libreview/calendar/london.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "reviewd/web/form_fields.hpp"
#include "reviewd/web/form_offers.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const json::value* member(const json::value& object, std::string_view key) {
  return object.is_object() ? object.get_object().if_contains(key) : nullptr;
}

}  // namespace

std::string text_in(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

const json::array& list_in(const json::value& object, std::string_view key) {
  static const json::array none;
  const auto* found = member(object, key);
  return found != nullptr && found->is_array() ? found->get_array() : none;
}

const json::object& object_in(const json::value& object, std::string_view key) {
  static const json::object none;
  const auto* found = member(object, key);
  return found != nullptr && found->is_object() ? found->get_object() : none;
}

int number_in(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found != nullptr && found->is_int64() ? static_cast<int>(found->get_int64()) : 0;
}

json::value shown(const std::string& text) {
  return text.empty() ? json::value(false) : json::value(json::string(text));
}

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

std::string counted_words(int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string body_words(const std::string& body) {
  for (const auto& known : bodies_of_law()) {
    if (known.value == body) return known.label;
  }
  return body;
}

std::string instant_words(const std::string& instant) {
  const auto parsed = review::parse_instant(instant);
  return parsed ? day_words(review::london_day(*parsed).iso()) : instant;
}

std::string person_words(const std::string& person) {
  constexpr std::string_view collection = "people/";
  return person.starts_with(collection) ? person.substr(collection.size()) : person;
}

std::string screen_words(const std::string& label) {
  constexpr std::string_view entry = "Entry";
  return label.starts_with(entry) ? "Update" + label.substr(entry.size()) : label;
}

std::string entry_label(const json::value& entry) {
  const auto* kind = kind_in(entry);
  if (kind == nullptr) return {};
  const auto day = text_in(entry, "occurredOn");
  return practice_words(kind->label) + (day.empty() ? "" : ", " + day_words(day));
}

}  // namespace reviewd
