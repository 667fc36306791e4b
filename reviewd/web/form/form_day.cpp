#include "reviewd/web/form/form_day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "libreview/calendar/partial_date.hpp"

namespace reviewd {
namespace {

bool are_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string two_digits(const std::string& text) { return text.size() == 1 && are_digits(text) ? "0" + text : text; }

std::string without_zeros(const std::string& text) {
  const auto from = text.find_first_not_of('0');
  return from == std::string::npos ? text : text.substr(from);
}

bool is_same_letters(std::string_view left, std::string_view right) {
  const auto small = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char one, char other) { return small(one) == small(other); });
}

/// `3`, `03`, `Mar` and `march` are March.
std::string month_number(const std::string& text) {
  for (unsigned month = 1; month <= 12; ++month) {
    const auto name = review::month_name(month);
    if (is_same_letters(text, name) || is_same_letters(text, name.substr(0, 3))) return std::to_string(month);
  }
  return text;
}

struct Boxes {
  std::string day;
  std::string month;
  std::string year;
};

Boxes boxes(const Typed& typed, const std::string& name) {
  return {typed_text(typed.first(name + ".day")), month_number(typed_text(typed.first(name + ".month"))),
          typed_text(typed.first(name + ".year"))};
}

}  // namespace

std::string typed_day(const Typed& typed, const std::string& name, bool partial) {
  const auto [day, month, year] = boxes(typed, name);
  if (day.empty() && month.empty() && year.empty()) return {};
  if (partial && day.empty()) return month.empty() ? year : fmt::format("{}-{}", year, two_digits(month));
  return fmt::format("{}-{}-{}", year, two_digits(month), two_digits(day));
}

void put_day(Typed& typed, const std::string& name, const std::string& iso) {
  const auto first = std::min(iso.find('-'), iso.size());
  const auto second = first == iso.size() ? iso.size() : std::min(iso.find('-', first + 1), iso.size());
  typed.put(name + ".year", iso.substr(0, first));
  typed.put(name + ".month", first == iso.size() ? "" : without_zeros(iso.substr(first + 1, second - first - 1)));
  typed.put(name + ".day", second == iso.size() ? "" : without_zeros(iso.substr(second + 1)));
}

std::string fault_of_day(const Typed& typed, const std::string& name, bool partial, std::string_view subject) {
  const auto text = typed_day(typed, name, partial);
  const auto [day, month, year] = boxes(typed, name);
  if (text.empty() || (partial ? bool(review::PartialDate::parse(text)) : bool(review::Date::parse(text)))) return {};
  if (year.empty()) return fmt::format("{} must include a year", subject);
  if (!are_digits(year) || year.size() != 4) {
    return fmt::format("{} must have a year of 4 digits, such as 2026", subject);
  }
  if (month.empty()) return fmt::format("{} must include a month", subject);
  if (day.empty()) return fmt::format("{} must include the day of the month", subject);
  return fmt::format("{} must be a real date, such as 27 3 2026", subject);
}

}  // namespace reviewd
