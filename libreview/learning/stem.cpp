#include "libreview/learning/stem.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace review {
namespace {

struct Ending {
  std::string_view from;
  std::string_view to;
};

// An ending that ends with another stands before it.
constexpr Ending plurals[] = {{"sses", "ss"}, {"ies", "i"}, {"ss", "ss"}, {"s", ""}};
constexpr Ending mended[] = {{"at", "ate"}, {"bl", "ble"}, {"iz", "ize"}};
constexpr Ending long_endings[] = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"},
};
constexpr Ending middle_endings[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                                     {"ical", "ic"},  {"ful", ""},   {"ness", ""}};
constexpr Ending last_endings[] = {{"al", ""},   {"ance", ""}, {"ence", ""}, {"er", ""},    {"ic", ""},
                                   {"able", ""}, {"ible", ""}, {"ant", ""},  {"ement", ""}, {"ment", ""},
                                   {"ent", ""},  {"ion", ""},  {"ou", ""},   {"ism", ""},   {"ate", ""},
                                   {"iti", ""},  {"ous", ""},  {"ive", ""},  {"ize", ""}};

/// Strips one word, step by step. A part of a word is told by its length.
class Stripper {
 public:
  explicit Stripper(std::string word) : word_(std::move(word)) {}

  std::string stripped() {
    static_cast<void>(replace(plurals, 0));
    past_and_present();
    if (word_.ends_with('y') && has_vowel(word_.size() - 1)) word_.back() = 'i';
    static_cast<void>(replace(long_endings, 1));
    static_cast<void>(replace(middle_endings, 1));
    static_cast<void>(replace(last_endings, 2));
    last_letters();
    return std::move(word_);
  }

 private:
  [[nodiscard]] bool is_consonant(std::size_t at) const {
    const char letter = word_[at];
    if (letter == 'y') return at == 0 || !is_consonant(at - 1);
    return std::string_view("aeiou").find(letter) == std::string_view::npos;
  }

  /// How often a consonant follows a vowel.
  [[nodiscard]] int measure(std::size_t length) const {
    int count = 0;
    for (std::size_t at = 1; at < length; ++at) count += is_consonant(at) && !is_consonant(at - 1) ? 1 : 0;
    return count;
  }

  [[nodiscard]] bool has_vowel(std::size_t length) const {
    for (std::size_t at = 0; at < length; ++at) {
      if (!is_consonant(at)) return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_in_double() const {
    const auto size = word_.size();
    return size > 1 && word_[size - 1] == word_[size - 2] && is_consonant(size - 1);
  }

  /// Consonant, vowel, consonant, the last of which is no w, x or y: `hop`.
  [[nodiscard]] bool is_short(std::size_t length) const {
    if (length < 3 || !is_consonant(length - 3) || is_consonant(length - 2) || !is_consonant(length - 1)) return false;
    return std::string_view("wxy").find(word_[length - 1]) == std::string_view::npos;
  }

  /// The first ending that the word has decides, whether or not enough stands before it.
  [[nodiscard]] bool replace(std::span<const Ending> endings, int at_least) {
    const auto found = std::ranges::find_if(endings, [&](const Ending& one) { return word_.ends_with(one.from); });
    if (found == endings.end()) return false;
    const auto length = word_.size() - found->from.size();
    if (measure(length) < at_least) return false;
    const bool of_ion = found->from == "ion";
    if (of_ion && (length == 0 || (word_[length - 1] != 's' && word_[length - 1] != 't'))) return false;
    word_.replace(length, std::string::npos, found->to);
    return true;
  }

  [[nodiscard]] bool cut(std::string_view ending) {
    if (!word_.ends_with(ending) || !has_vowel(word_.size() - ending.size())) return false;
    word_.resize(word_.size() - ending.size());
    return true;
  }

  void past_and_present() {
    if (word_.ends_with("eed")) {
      if (measure(word_.size() - 3) > 0) word_.pop_back();
      return;
    }
    if (!cut("ed") && !cut("ing")) return;
    if (replace(mended, 0)) return;
    if (ends_in_double()) {
      if (std::string_view("lsz").find(word_.back()) == std::string_view::npos) word_.pop_back();
    } else if (measure(word_.size()) == 1 && is_short(word_.size())) {
      word_ += 'e';
    }
  }

  void last_letters() {
    if (word_.ends_with('e')) {
      const auto length = word_.size() - 1;
      const int before = measure(length);
      if (before > 1 || (before == 1 && !is_short(length))) word_.pop_back();
    }
    if (word_.ends_with("ll") && measure(word_.size() - 1) > 1) word_.pop_back();
  }

  std::string word_;
};

}  // namespace

std::string stem_of(std::string word) {
  const bool english = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!english || word.size() < 3) return word;
  return Stripper(std::move(word)).stripped();
}

}  // namespace review
