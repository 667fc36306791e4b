#pragma once

#include <string>
#include <vector>

namespace review {

/// A text that a stranger could come to read.
struct StrangerText {
  std::string place;  ///< in words: `Page 3`, `File name`, `Comments`
  std::string text;
  bool prose = true;  ///< sentences; false for names of files, addresses and properties, where a name has no capital
};

/// A piece of such a text around what was found. White space is one space, control characters are none.
struct TextExcerpt {
  std::string before{};
  std::string match{};
  std::string after{};
};

/// The bytes from `from` up to `to`, with about `context` bytes on each side, cut between letters.
[[nodiscard]] TextExcerpt excerpt_of(const std::string& text, std::size_t from, std::size_t to, int context);

}  // namespace review
