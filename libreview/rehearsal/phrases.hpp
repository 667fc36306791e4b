#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/rehearsal/text_words.hpp"

namespace review {

/// Words in a row, of which `#` stands for a number.
class Phrase {
 public:
  explicit Phrase(std::string_view words);

  /// The index after its last word where it stands at `at`; `at` where it does not.
  [[nodiscard]] std::size_t end_at(std::string_view text, const std::vector<TextWord>& words, std::size_t at) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace review
