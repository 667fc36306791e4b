#include "libreview/rehearsal/phrases.hpp"

#include <sstream>

namespace review {
namespace {

/// Between the words of a phrase stands less than between those of a name, which may be in a table.
constexpr std::size_t widest_gap_in_phrase = 3;

}  // namespace

Phrase::Phrase(std::string_view words) {
  std::istringstream in{std::string(words)};
  for (std::string word; in >> word;) words_.push_back(word);
}

std::size_t Phrase::end_at(std::string_view text, const std::vector<TextWord>& words, std::size_t at) const {
  auto i = at;
  // The s after an apostrophe is a word of the phrase, and none of the text.
  bool s_is_there = false;
  for (const auto& wanted : words_) {
    if (s_is_there && wanted == "s") {
      s_is_there = false;
      continue;
    }
    if (i >= words.size()) return at;
    const auto& word = words[i];
    if (i > at && gap_between(words[i - 1], word) > widest_gap_in_phrase) return at;
    if (i > at && text.substr(words[i - 1].to, word.from - words[i - 1].to).find(". ") != std::string_view::npos)
      return at;
    const bool same = wanted == "#" ? number_of(word) >= 0 : word.letters == wanted;
    if (!same) return at;
    s_is_there = word.possessive;
    ++i;
  }
  return i;
}

}  // namespace review
