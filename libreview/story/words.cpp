#include "libreview/story/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/calendar/digits.hpp"

namespace review {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::optional<unsigned> find_month(std::string_view name) {
  for (unsigned month = 1; month <= 12; ++month) {
    if (month_name(month) == name) return month;
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<std::string>> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (!quoted && is_blank(c)) {
      finish();
    } else if (!quoted && c == '#' && word.empty()) {
      break;
    } else {
      word += c;
    }
  }
  if (quoted) return refuse(Code::malformed, "A quote is not closed.");
  finish();
  return words;
}

std::optional<std::size_t> find_outside_quotes(std::string_view text, char mark) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && text[i] == mark) return i;
  }
  return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (const auto at = find_outside_quotes(text, mark)) {
    parts.emplace_back(text.substr(0, *at));
    text.remove_prefix(*at + 1);
  }
  parts.emplace_back(text);
  return parts;
}

std::string unquoted(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return std::string(text);
}

std::string choice_name(std::string_view kebab) {
  std::string name(kebab);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return name;
}

std::string choice_word(std::string_view name) {
  std::string word(name);
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return word;
}

Result<Date> day_in_words(const std::vector<std::string>& words, std::size_t from) {
  if (words.size() < from + 4) return refuse(Code::not_a_date, "Write a day such as Thu 2 April 2026.");
  const std::string given = fmt::format("{} {} {} {}", words[from], words[from + 1], words[from + 2], words[from + 3]);
  const auto day = digits(words[from + 1], 0, words[from + 1].size());
  const auto month = find_month(words[from + 2]);
  const auto year = digits(words[from + 3], 0, words[from + 3].size());
  if (words[from + 1].size() > 2 || words[from + 3].size() != 4 || !day || !month || !year) {
    return refuse(Code::not_a_date, fmt::format("{} is not a day such as Thu 2 April 2026.", given));
  }
  const auto date = Date::parse(fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
  if (!date) return refuse(Code::not_a_date, fmt::format("There is no day {}.", given));
  if (date->words() != given) {
    return refuse(Code::not_a_date, fmt::format("{} is written, and that day is {}.", given, date->words()));
  }
  return *date;
}

}  // namespace review
