#include "tools/reviewctl/arguments.hpp"

#include <fmt/format.h>

#include <charconv>

namespace reviewctl {

std::optional<std::string> Arguments::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::nullopt : std::optional<std::string>(found->second.back());
}

std::string Arguments::text(std::string_view name, std::string_view otherwise) const {
  return find(name).value_or(std::string(otherwise));
}

std::vector<std::string> Arguments::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

Outcome<std::optional<review::Date>> Arguments::day(std::string_view name) const {
  const auto text = find(name);
  if (!text) return std::optional<review::Date>();
  const auto day = review::Date::parse(*text);
  if (!day) return misused(fmt::format("{} is not a day such as 2026-04-02: {}", *text, day.error().says));
  return std::optional<review::Date>(*day);
}

Outcome<std::optional<int>> Arguments::number(std::string_view name, int least, int most) const {
  const auto text = find(name);
  if (!text) return std::optional<int>();
  int number = 0;
  const auto* const end = text->data() + text->size();
  const auto [stopped, error] = std::from_chars(text->data(), end, number);
  if (error != std::errc() || stopped != end || number < least || number > most) {
    return misused(fmt::format("{} is not a whole number from {} to {}.", *text, least, most));
  }
  return std::optional<int>(number);
}

}  // namespace reviewctl
