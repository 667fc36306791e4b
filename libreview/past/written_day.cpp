#include "libreview/past/written_day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/past/plain_words.hpp"
#include "libreview/past/serial_day.hpp"

namespace review {
namespace {

constexpr std::size_t letters_of_a_short_name = 3;
constexpr std::size_t figures_of_a_year = 4;
constexpr std::size_t most_of_a_serial = 6;
constexpr int years_ahead = 10;
constexpr std::string_view how_to_write = "Write the day as 4/3/2021, the month as March 2021, or the year alone.";

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Words and figures, with what stands after a figure in `4th` left out and times left out.
std::vector<std::string> tokens_of(std::string_view cell) {
  std::vector<std::string> tokens;
  std::string text(cell);
  for (auto at = text.find("\xc2\xa0"); at != std::string::npos; at = text.find("\xc2\xa0")) text.replace(at, 2, " ");
  const bool iso_time = text.size() > 10 && text[4] == '-' && text[7] == '-' && (text[10] == 'T' || text[10] == ' ');
  if (iso_time) text.resize(10);
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \t/.,-"), text.size());
    auto token = plain_words(text.substr(0, end));
    const bool time = text.substr(0, end).find(':') != std::string::npos;
    text.erase(0, std::min(end + 1, text.size()));
    if (token.empty() || time) continue;
    for (const auto* ending : {"st", "nd", "rd", "th"}) {
      if (token.size() > 2 && token.ends_with(ending) && is_number(token.substr(0, token.size() - 2))) {
        token.resize(token.size() - 2);
        break;
      }
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

/// 1 to 12 for `mar`, `sept` or `march`; 0 for what is no month.
unsigned month_of(std::string_view word) {
  if (word.size() < letters_of_a_short_name || is_number(word)) return 0;
  for (unsigned month = 1; month <= 12; ++month) {
    if (plain_words(month_name(month)).starts_with(word)) return month;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  if (word.size() < letters_of_a_short_name) return false;
  for (unsigned day = 0; day < 7; ++day) {
    if (plain_words(weekday_name(std::chrono::weekday{day})).starts_with(word)) return true;
  }
  return false;
}

std::optional<int> year_of(std::string_view token, Date today) {
  constexpr int hundred = 100;
  if (!is_number(token)) return std::nullopt;
  if (token.size() == figures_of_a_year) return std::stoi(std::string(token));
  if (token.size() != 2) return std::nullopt;
  const int of_this_century = today.year() / hundred * hundred + std::stoi(std::string(token));
  return of_this_century <= today.year() + years_ahead ? of_this_century : of_this_century - hundred;
}

WrittenDay unreadable(std::string why) { return {WrittenDay::Sort::unreadable, {}, false, std::move(why)}; }

WrittenDay known(std::string iso) {
  if (!PartialDate::parse(iso)) {
    return unreadable(fmt::format("There is no such day. Days stand before months here. {}", how_to_write));
  }
  return {WrittenDay::Sort::known, std::move(iso), false, {}};
}

WrittenDay of_day(const std::string& day, unsigned month, std::optional<int> year) {
  if (!year || !is_number(day) || day.size() > 2) return unreadable(std::string(how_to_write));
  return known(fmt::format("{:04}-{:02}-{:02}", *year, month, std::stoi(day)));
}

WrittenDay of_month(unsigned month, std::optional<int> year) {
  if (!year) return unreadable(std::string(how_to_write));
  return known(fmt::format("{:04}-{:02}", *year, month));
}

unsigned month_figure(const std::string& token) {
  return is_number(token) && token.size() <= 2 ? static_cast<unsigned>(std::stoi(token)) : 0;
}

WrittenDay of_two(const std::vector<std::string>& tokens, Date today) {
  if (const auto month = month_of(tokens[0]); month != 0) return of_month(month, year_of(tokens[1], today));
  if (tokens[0].size() == figures_of_a_year && is_number(tokens[0]) && is_number(tokens[1])) {
    return of_month(month_figure(tokens[1]), year_of(tokens[0], today));
  }
  if (month_of(tokens[1]) == 0 && tokens[1].size() == figures_of_a_year) {
    return of_month(month_figure(tokens[0]), year_of(tokens[1], today));
  }
  return unreadable(fmt::format("The year is missing. {}", how_to_write));
}

WrittenDay of_three(const std::vector<std::string>& tokens, Date today) {
  if (const auto month = month_of(tokens[1]); month != 0) return of_day(tokens[0], month, year_of(tokens[2], today));
  if (const auto month = month_of(tokens[0]); month != 0) return of_day(tokens[1], month, year_of(tokens[2], today));
  if (tokens[0].size() == figures_of_a_year) {
    return of_day(tokens[2], month_figure(tokens[1]), year_of(tokens[0], today));
  }
  return of_day(tokens[0], month_figure(tokens[1]), year_of(tokens[2], today));
}

WrittenDay of_tokens(const std::vector<std::string>& tokens, Date today) {
  if (tokens.size() == 3) return of_three(tokens, today);
  if (tokens.size() == 2) return of_two(tokens, today);
  if (tokens.size() == 1 && tokens[0].size() == figures_of_a_year && is_number(tokens[0])) return known(tokens[0]);
  return unreadable(std::string(how_to_write));
}

/// A bare number, which is no year.
std::optional<double> serial_in(std::string_view cell) {
  const auto point = cell.find('.');
  const auto whole = cell.substr(0, point);
  const bool fraction = point != std::string_view::npos && is_number(cell.substr(point + 1));
  const bool bare = is_number(whole) && whole.size() <= most_of_a_serial && whole.size() > figures_of_a_year;
  if (!bare || (point != std::string_view::npos && !fraction)) return std::nullopt;
  return std::stod(std::string(whole));
}

}  // namespace

WrittenDay read_written_day(std::string_view cell, const PastWords& words, Date today, bool from_1904) {
  const auto text = without_blanks(cell);
  if (words.unknown.contains(plain_words(text)) || plain_words(text).empty()) {
    return {WrittenDay::Sort::unknown, {}, false, {}};
  }
  if (const auto serial = serial_in(text)) {
    const auto day = day_of_serial(*serial, from_1904);
    return day ? known(day->iso()) : unreadable(std::string(how_to_write));
  }
  auto tokens = tokens_of(text);
  bool inexact = text.ends_with('?');
  std::erase_if(tokens, [&](const std::string& token) {
    const bool about = words.inexact.contains(token);
    inexact = inexact || about;
    return about || is_weekday(token);
  });
  auto read = of_tokens(tokens, today);
  read.inexact = inexact;
  return read;
}

}  // namespace review
