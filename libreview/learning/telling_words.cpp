#include "libreview/learning/telling_words.hpp"

#include <set>
#include <sstream>
#include <utility>

#include "libreview/learning/stemmer.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

constexpr const char* words_that_tell_nothing =
    "a about above across after again against all also although an and any are as at be because been before being "
    "between both but by can could did do does doing done down during each either every few for from further had has "
    "have having he her here hers him his how however i if in into is it its itself just like made make many may might "
    "more most much must my need neither no nor not of off on once one only onto or other our ours out over own per "
    "same shall she should since so some such than that the their theirs them then there therefore these they this "
    "those through thus to too under until up upon us very via was we were what when where whether which while who "
    "whom whose why will with within without would yet you your "
    "agency ensure ensuring organisation partner partnership recommend recommendation relevant require";

constexpr const char* words_of_many_recommendations =
    "appropriate assurance audit awareness board case child children consider develop effective evidence family "
    "guidance identify implement improve include information involve learning local multi policy practice practitioner "
    "procedure process professional promote provide quality raise review role safeguarding seek service staff "
    "strengthen support system training understand use work";

std::set<std::string, std::less<>> stems_of(const char* words) {
  std::set<std::string, std::less<>> stems;
  std::istringstream all(words);
  const Stemmer stemmer;
  for (std::string word; all >> word;) stems.insert(stemmer.stem(word));
  return stems;
}

}  // namespace

int weight_of(const std::string& stem) {
  static const auto nothing = stems_of(words_that_tell_nothing);
  static const auto common = stems_of(words_of_many_recommendations);
  if (stem.size() < 2 || nothing.contains(stem)) return 0;
  return common.contains(stem) ? 1 : 2;
}

std::vector<TellingWord> telling_words(std::string_view text) {
  std::vector<TellingWord> telling;
  std::set<std::string, std::less<>> known;
  const Stemmer stemmer;
  for (auto& word : text_words(text)) {
    if (word.number) continue;
    auto stem = stemmer.stem(word.letters);
    const int weight = weight_of(stem);
    if (weight == 0 || !known.insert(stem).second) continue;
    telling.push_back({std::move(stem), std::move(word.letters), weight});
  }
  return telling;
}

}  // namespace review
