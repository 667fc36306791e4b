#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace review {

/// A run of letters, or of digits. Case and accents do not count; where a small letter is followed by a capital, a new
/// word begins (`JaneSmith`), as it does between letters and digits.
struct TextWord {
  std::string letters;      ///< small, without accents and apostrophes
  std::size_t from;         ///< first byte in the text
  std::size_t to;           ///< after its last byte
  bool number = false;      ///< digits
  bool capital = false;     ///< begins with a capital
  bool capitals = false;    ///< all of them are
  bool possessive = false;  ///< `’s` follows, or the apostrophe after an s
  bool glued = false;       ///< nothing stands between it and the word before
  bool begins = false;      ///< begins the text, a line after an empty one, or a sentence
};

/// How many bytes of a text stand between two words that follow each other, the `’s` of the first not counted.
[[nodiscard]] std::size_t gap_between(const TextWord& one, const TextWord& next);

/// The words of a text in UTF-8; bytes that are none are taken for blanks.
[[nodiscard]] std::vector<TextWord> text_words(std::string_view text);

/// Where a row of words that begins at `at` reads as these letters, whatever stands between the words: the index after
/// its last word; `at` where it does not. Between two words are at most a few signs, and no empty line.
[[nodiscard]] std::size_t row_end(std::string_view text, const std::vector<TextWord>& words, std::size_t at,
                                  std::string_view letters);

/// The letters of all words of a text in a row.
[[nodiscard]] std::string joined_letters(std::string_view text);

/// The number that a word says, in figures or as one to twenty, thirty and so on; -1 where it says none.
[[nodiscard]] int number_of(const TextWord& word);

}  // namespace review
