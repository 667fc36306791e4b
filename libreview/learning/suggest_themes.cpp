#include "libreview/learning/suggest_themes.hpp"

#include <algorithm>

#include "libreview/learning/stemmer.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

/// A text as its stems, and where each stands.
struct Stemmed {
  std::string_view text;
  std::vector<TextWord> words;
  std::vector<std::string> stems;
};

Stemmed stemmed(std::string_view text, const Stemmer& stemmer) {
  Stemmed out{text, text_words(text), {}};
  for (const auto& word : out.words) out.stems.push_back(stemmer.stem(word.letters));
  return out;
}

/// The words of the text that first read as these, as they stand there; empty where none do.
std::string found_in(const Stemmed& text, const std::vector<std::string>& sought) {
  if (sought.empty()) return {};
  const auto at = std::search(text.stems.begin(), text.stems.end(), sought.begin(), sought.end());
  if (at == text.stems.end()) return {};
  const auto first = static_cast<std::size_t>(at - text.stems.begin());
  const auto from = text.words[first].from;
  return std::string(text.text.substr(from, text.words[first + sought.size() - 1].to - from));
}

struct Weighed {
  SuggestedTheme suggested;
  std::size_t weight;
  Date from;
};

Weighed weigh(const Stemmed& text, const Theme& theme, Date from, const Stemmer& stemmer) {
  Weighed weighed{{&theme, {}}, 0, from};
  auto& words = weighed.suggested.words;
  for (const auto& phrase : theme.words) {
    const auto sought = stemmed(phrase, stemmer).stems;
    auto found = found_in(text, sought);
    if (found.empty() || std::find(words.begin(), words.end(), found) != words.end()) continue;
    // Words in a row say more than each of them.
    weighed.weight += sought.size() * sought.size();
    words.push_back(std::move(found));
  }
  return weighed;
}

}  // namespace

std::vector<SuggestedTheme> suggest_themes(std::string_view text, const RuleBook& law, Date today, std::size_t most) {
  const Stemmer stemmer;
  const auto sought_in = stemmed(text, stemmer);
  std::vector<Weighed> found;
  for (const auto& list : law.theme_lists()) {
    if (today < list.from) continue;
    for (const auto& theme : list.themes) {
      auto weighed = weigh(sought_in, theme, list.from, stemmer);
      if (weighed.weight > 0) found.push_back(std::move(weighed));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Weighed& one, const Weighed& other) {
    return one.weight != other.weight ? one.weight > other.weight : other.from < one.from;
  });
  std::vector<SuggestedTheme> best;
  for (auto& one : found) {
    if (best.size() == most) break;
    best.push_back(std::move(one.suggested));
  }
  return best;
}

}  // namespace review
