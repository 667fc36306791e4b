#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace review {

/// A word by which a text can be told from others of its sort.
struct TellingWord {
  std::string stem;     ///< see `Stemmer`
  std::string written;  ///< as the text has it the first time, in small letters
  int weight = 0;       ///< 2; or 1 for a word that recommendations are full of, such as training or practice
};

/// The words of a text that tell something, each stem once, in their order. Numbers and words that hold a sentence
/// together tell nothing, nor do those with which every recommendation begins: should, ensure, partnership, agencies.
[[nodiscard]] std::vector<TellingWord> telling_words(std::string_view text);

/// The weight of a stem: 0, 1 or 2.
[[nodiscard]] int weight_of(const std::string& stem);

}  // namespace review
