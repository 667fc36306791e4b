#include "reviewd/web/words/practice_words.hpp"

#include "libreview/calendar/date.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

void write_out_days(std::string& text) {
  constexpr std::size_t length = 10;
  for (std::size_t at = 0; at + length <= text.size(); ++at) {
    const auto part = std::string_view(text).substr(at, length);
    if (part[4] != '-') continue;
    const auto day = review::Date::parse(part);
    if (!day) continue;
    const auto words = day_words(day->iso());
    text.replace(at, length, words);
    at += words.size() - 1;
  }
}

/// `does not fit the stage REPORT_ACCEPTED of this case` names the stage by its code.
void name_the_stage(std::string& text) {
  constexpr std::string_view before = "the stage ";
  const auto at = text.find(before);
  if (at == std::string::npos) return;
  const auto from = at + before.size();
  auto to = from;
  while (to < text.size() && ((text[to] >= 'A' && text[to] <= 'Z') || text[to] == '_')) ++to;
  const auto words = stage_words(std::string_view(text).substr(from, to - from));
  text.replace(from, to - from, "“" + words + "”");
}

}  // namespace

std::string practice_words(std::string_view text) {
  std::string words = practice_terms(text);
  name_the_stage(words);
  write_out_days(words);
  return words;
}

}  // namespace reviewd
