#include "libreview/rehearsal/sought_addresses.hpp"

#include <algorithm>
#include <regex>

#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

/// Longer addresses than any: the rest is not read.
constexpr std::size_t longest_address = 500;

const std::regex& postcode() {
  static const std::regex pattern(R"(\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\s*[0-9][A-Za-z]{2}\b)");
  return pattern;
}

/// The address without its postcodes, cut at commas and ends of lines.
std::vector<std::string> pieces_of(const std::string& address) {
  const auto rest = std::regex_replace(address.substr(0, longest_address), postcode(), ",");
  std::vector<std::string> pieces(1);
  for (const char c : rest) {
    if (c == ',' || c == '\n' || c == ';') {
      pieces.emplace_back();
    } else {
      pieces.back() += c;
    }
  }
  std::erase_if(pieces, [](const std::string& piece) { return text_words(piece).empty(); });
  return pieces;
}

/// The index of the word that makes a piece a street; the number of words where none does.
std::size_t street_word(const std::vector<TextWord>& words, const RehearsalRules& rules) {
  for (std::size_t i = words.size(); i-- > 1;) {
    for (const auto& [word, shortened] : rules.streets) {
      const auto& letters = words[i].letters;
      if (letters == word || (!shortened.empty() && letters == shortened)) return i;
    }
  }
  return words.size();
}

/// A street by its words from `from` to `type`, with its last word in full and shortened.
std::vector<std::string> street_forms(const std::vector<TextWord>& words, std::size_t from, std::size_t type,
                                      const RehearsalRules& rules) {
  std::string head;
  for (auto i = from; i < type; ++i) {
    head += words[i].letters;
    if (words[i].possessive && !words[i].letters.ends_with('s')) head += 's';
  }
  const auto& last = words[type].letters;
  std::vector<std::string> forms{head + last};
  for (const auto& [word, shortened] : rules.streets) {
    if (last == word && !shortened.empty()) forms.push_back(head + shortened);
    if (!shortened.empty() && last == shortened) forms.push_back(head + word);
  }
  return forms;
}

/// A house or a town of one word. What is also a word of English, or what a street may be called, is one only where it
/// was recorded with a capital.
void put_word(const Identity& address, const TextWord& word, const RehearsalRules& rules, std::vector<Sought>& into) {
  const bool everyday = rules.everyday.contains(word.letters);
  const bool street = std::any_of(rules.streets.begin(), rules.streets.end(),
                                  [&](const auto& one) { return one.first == word.letters; });
  const bool as_capital = address.maybe || street || rules.ordinary.contains(word.letters);
  const bool is_short = static_cast<int>(word.letters.size()) <= rules.short_letters;
  if (word.number || is_short || rules.not_names.contains(word.letters) || rules.abbreviations.contains(word.letters))
    return;
  if ((everyday && address.maybe) || (as_capital && !word.capital)) return;
  into.push_back({.letters = word.letters,
                  .kind = address.kind,
                  .how = Writing::exact,
                  .whose = address.whose,
                  .everyday = as_capital,
                  .within = everyday || street});
}

/// Several words that every text holds are no place where they may be a kind of place.
void put_whole(const Identity& address, const std::string& piece, const std::vector<TextWord>& words,
               const RehearsalRules& rules, std::vector<Sought>& into) {
  if (words.size() == 1) return put_word(address, words.front(), rules, into);
  const bool is_everyday = std::all_of(words.begin(), words.end(),
                                       [&](const TextWord& word) { return rules.everyday.contains(word.letters); });
  if (is_everyday && address.maybe) return;
  into.push_back({.letters = joined_letters(piece),
                  .kind = address.kind,
                  .how = Writing::exact,
                  .whose = address.whose,
                  .everyday = is_everyday});
}

}  // namespace

void put_address(const Identity& address, const RehearsalRules& rules, Seek seek, std::vector<Sought>& into) {
  const auto put = [&](std::string letters, Writing how) {
    into.push_back({.letters = std::move(letters), .kind = address.kind, .how = how, .whose = address.whose});
  };
  const auto text = address.text.substr(0, longest_address);
  for (std::sregex_iterator one(text.begin(), text.end(), postcode()), end; one != end; ++one) {
    put(joined_letters(one->str()), Writing::exact);
  }
  for (const auto& piece : pieces_of(text)) {
    const auto words = text_words(piece);
    if (seek == Seek::everything) put_whole(address, piece, words, rules, into);
    const auto type = street_word(words, rules);
    const auto named = std::find_if(words.begin(), words.end(), [](const TextWord& word) {
      return !word.number && word.letters.size() > 1 && word.letters != "flat";
    });
    const auto name = static_cast<std::size_t>(named - words.begin());
    if (type >= words.size() || name >= type) {
      // A number before a name without the word for a street.
      if (words.front().number && words.size() > 1) put(joined_letters(piece), Writing::exact);
      continue;
    }
    const bool has_number = name > 0;
    for (auto& form : street_forms(words, 0, type, rules)) put(std::move(form), Writing::exact);
    if (!has_number) continue;
    for (auto& form : street_forms(words, name, type, rules)) put(std::move(form), Writing::part);
  }
}

std::vector<std::string> towns_of(const std::string& address, const RehearsalRules& rules) {
  std::vector<std::string> towns;
  for (const auto& piece : pieces_of(address)) {
    const auto words = text_words(piece);
    const bool street = street_word(words, rules) < words.size();
    if (!street && !words.front().number) towns.push_back(piece);
  }
  return towns;
}

}  // namespace review
