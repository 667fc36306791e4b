#include "reviewd/web/words/time_of_day.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace reviewd {
namespace {

/// Before this hour nobody meets: a single digit up to it may be of the afternoon.
constexpr int first_hour = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Small letters, without spaces; the full stops of `2.30` and `p.m.` as they are.
std::string squeezed(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    if (c != ' ') text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

enum class Half { none, morning, afternoon };

Half half_of(std::string& text) {
  using Ending = std::pair<std::string_view, Half>;
  constexpr std::array<Ending, 4> endings{
      {{"am", Half::morning}, {"a.m.", Half::morning}, {"pm", Half::afternoon}, {"p.m.", Half::afternoon}}};
  for (const auto& [end, half] : endings) {
    if (!text.ends_with(end)) continue;
    text.resize(text.size() - end.size());
    return half;
  }
  return Half::none;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<std::string> time_of_day(std::string_view typed) {
  auto text = squeezed(typed);
  if (text == "midday" || text == "noon") return "12:00";
  const auto half = half_of(text);
  std::string hour;
  std::string minute;
  const auto mark = text.find_first_of(":.");
  if (mark != std::string::npos) {
    hour = text.substr(0, mark);
    minute = text.substr(mark + 1);
  } else if (text.size() > 2) {
    hour = text.substr(0, text.size() - 2);
    minute = text.substr(text.size() - 2);
  } else {
    hour = text;
  }
  const bool is_whole = !minute.empty() || (mark == std::string::npos && half != Half::none);
  const bool fits = (hour.size() == 1 || hour.size() == 2) && (minute.empty() || minute.size() == 2);
  if (!fits || !is_whole) return std::nullopt;
  for (const char c : hour + minute) {
    if (!is_digit(c)) return std::nullopt;
  }
  auto at = number(hour);
  const auto past = minute.empty() ? 0 : number(minute);
  if (past > 59) return std::nullopt;
  if (half == Half::none) {
    if (at > 23 || (hour.size() == 1 && at < first_hour)) return std::nullopt;
  } else {
    if (at < 1 || at > 12) return std::nullopt;
    at = at % 12 + (half == Half::afternoon ? 12 : 0);
  }
  return fmt::format("{:02}:{:02}", at, past);
}

std::string time_words(const std::string& time) {
  const auto read = time_of_day(time);
  if (!read) return time;
  const auto at = number(std::string_view(*read).substr(0, 2));
  const auto past = read->substr(3);
  if (at == 12 && past == "00") return "midday";
  const auto hour = at % 12 == 0 ? 12 : at % 12;
  return fmt::format("{}{}{}", hour, past == "00" ? "" : ":" + past, at < 12 ? "am" : "pm");
}

}  // namespace reviewd
