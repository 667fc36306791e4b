#include "libreview/chronology/written_span.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <regex>
#include <utility>
#include <vector>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

constexpr std::size_t day_of_iso = 10;       ///< characters before the time
constexpr std::size_t most_of_a_cell = 120;  ///< a cell that is longer tells a story, and no day
/// Stands beside days that have no time of their own, wherever a spreadsheet shows one.
constexpr std::string_view midnight = "00:00";
constexpr std::string_view how_to_write =
    "Write the day as 4/3/2021, a month as March 2021, a range as 4/3/2021 to 7/3/2021.";

/// A time of day that is written as one: with a colon, with am or pm, or with hrs.
const std::regex& time_pattern() {
  static const std::regex pattern(
      "(^|[^0-9.:/])(([01]?[0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9](\\.[0-9]+)?)?(\\s*([ap])\\.?m\\b\\.?)?(\\s*hrs?\\b)?"
      "|(1[0-2]|0?[1-9])([.:]([0-5][0-9]))?\\s*([ap])\\.?m\\b\\.?"
      "|([01][0-9]|2[0-3])([0-5][0-9])\\s*(hrs?|hours|h)\\b)",
      std::regex::icase);
  return pattern;
}

std::string on_the_clock(int hour, const std::string& minute, const std::string& half) {
  constexpr int noon = 12;
  const bool after_noon = half == "p" || half == "P";
  const bool before_noon = half == "a" || half == "A";
  if (after_noon && hour < noon) hour += noon;
  if (before_noon && hour == noon) hour = 0;
  return fmt::format("{:02}:{}", hour, minute.empty() ? "00" : minute);
}

struct Time {
  std::string at{};
  std::size_t from = 0;  ///< where it stands in the text
  std::size_t size = 0;
};

std::optional<Time> find_time(const std::string& text) {
  std::smatch found;
  if (!std::regex_search(text, found, time_pattern())) return std::nullopt;
  Time time{{}, static_cast<std::size_t>(found.position(2)), static_cast<std::size_t>(found.length(2))};
  if (found[3].matched) {
    time.at = on_the_clock(std::stoi(found[3]), found[4], found[8]);
  } else if (found[10].matched) {
    time.at = on_the_clock(std::stoi(found[10]), found[12], found[13]);
  } else {
    time.at = on_the_clock(std::stoi(found[14]), found[15], {});
  }
  return time;
}

/// Takes times out of the text and keeps the first: the end of a visit is no day.
std::string take_times(std::string& text) {
  std::string first;
  for (auto time = find_time(text); time; time = find_time(text)) {
    if (first.empty()) first = time->at;
    text.replace(time->from, time->size, " ");
  }
  static const std::regex beside_a_time("\\b(at|on)\\b|@|\\b(to|until|till)\\s*$", std::regex::icase);
  if (!first.empty()) text = std::regex_replace(text, beside_a_time, " ");
  return first == midnight ? std::string() : first;
}

/// What stands between two days of a range, with its place.
std::vector<std::pair<std::size_t, std::size_t>> places_between(const std::string& text) {
  static const std::regex between("\\s+(to|until|till|and|through)\\s+|\\s*(\xe2\x80\x93|\xe2\x80\x94)\\s*|\\s+-\\s+|-",
                                  std::regex::icase);
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (std::sregex_iterator at(text.begin(), text.end(), between), end; at != end; ++at) {
    places.emplace_back(static_cast<std::size_t>(at->position()), static_cast<std::size_t>(at->length()));
  }
  return places;
}

/// The last words of a day: `March 2021` and `2021` of `7 March 2021`; `/3/21` and `/21` of `7/3/21`.
std::vector<std::string> ends_of(const std::string& day) {
  std::vector<std::string> ends;
  for (auto at = day.find_first_of(" /.", 1); at != std::string::npos; at = day.find_first_of(" /.", at + 1)) {
    ends.push_back(day.substr(at));
  }
  return {ends.rbegin(), ends.rend()};
}

class Reading {
 public:
  Reading(const PastWords& words, Date today, bool from_1904) : words_(words), today_(today), from_1904_(from_1904) {}

  [[nodiscard]] WrittenDay day(const std::string& text) const {
    return read_written_day(text, words_, today_, from_1904_);
  }

  /// The two days of a range; nothing where the text is none.
  [[nodiscard]] std::optional<std::pair<WrittenDay, WrittenDay>> range(const std::string& text) const {
    for (const auto& [at, size] : places_between(text)) {
      const auto last_text = without_blanks(text.substr(at + size));
      const auto first_text = without_blanks(text.substr(0, at));
      if (first_text.empty() || last_text.empty()) continue;
      const auto last = day(last_text);
      if (last.sort != WrittenDay::Sort::known) continue;
      auto tries = ends_of(last_text);
      tries.insert(tries.begin(), std::string());
      for (const auto& end : tries) {
        const auto first = day(first_text + end);
        if (first.sort != WrittenDay::Sort::known || first.day.size() != last.day.size()) continue;
        return std::pair{first, last};
      }
    }
    return std::nullopt;
  }

 private:
  const PastWords& words_;
  Date today_;
  bool from_1904_;
};

bool ends_before_it_begins(const std::string& on, const std::string& until) {
  const auto first = PartialDate::parse(on);
  const auto last = PartialDate::parse(until);
  return first && last && last->latest() < first->earliest();
}

WrittenSpan unreadable(std::string why) { return {.why = std::move(why)}; }

std::string without_between(std::string text) {
  static const std::regex begin("^\\s*(between|from)\\s+", std::regex::icase);
  return std::regex_replace(text, begin, "");
}

}  // namespace

std::string read_written_time(std::string_view cell) {
  auto text = without_blanks(cell.substr(0, most_of_a_cell));
  if (const auto time = find_time(text)) return time->at;
  static const std::regex part_of_a_day("0?\\.[0-9]+");
  if (std::regex_match(text, part_of_a_day)) {
    constexpr int minutes_of_an_hour = 60;
    constexpr double minutes_of_a_day = 24.0 * minutes_of_an_hour;
    const int minutes = std::min(static_cast<int>(std::lround(std::stod(text) * minutes_of_a_day)),
                                 static_cast<int>(minutes_of_a_day) - 1);
    return on_the_clock(minutes / minutes_of_an_hour, fmt::format("{:02}", minutes % minutes_of_an_hour), {});
  }
  static const std::regex bare("([01]?[0-9]|2[0-3])[.]?([0-5][0-9])");
  std::smatch found;
  if (!std::regex_match(text, found, bare)) return {};
  return on_the_clock(std::stoi(found[1]), found[2], {});
}

WrittenSpan read_written_span(std::string_view cell, const PastWords& words, Date today, bool from_1904) {
  if (cell.size() > most_of_a_cell) {
    return unreadable(fmt::format("This is too long for a day. {}", how_to_write));
  }
  auto text = without_blanks(cell);
  if (text.size() > day_of_iso && text[day_of_iso] == 'T' && text[4] == '-') text[day_of_iso] = ' ';
  WrittenSpan span;
  span.at = take_times(text);
  text = without_between(without_blanks(text));
  const Reading reading(words, today, from_1904);
  auto first = reading.day(text);
  if (first.sort == WrittenDay::Sort::unreadable) {
    if (const auto range = reading.range(text)) {
      if (ends_before_it_begins(range->first.day, range->second.day)) return unreadable("This ends before it begins.");
      span.sort = WrittenDay::Sort::known;
      span.on = range->first.day;
      span.until = range->first.day == range->second.day ? std::string() : range->second.day;
      span.inexact = range->first.inexact || range->second.inexact;
      return span;
    }
  }
  span.sort = first.sort;
  span.on = std::move(first.day);
  span.inexact = first.inexact;
  span.why = std::move(first.why);
  return span;
}

}  // namespace review
