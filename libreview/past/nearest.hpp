#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace review {

/// A word that a cell may mean.
struct KnownWord {
  std::string plain;    ///< as `plain_words` writes it
  std::string written;  ///< for people
  std::string means;
};

/// Those of them that fewest letters tell from the text, and at most a third of its letters: the nearest first, and one
/// of those that mean the same. `plain` as `plain_words` writes it.
[[nodiscard]] std::vector<std::string> nearest(std::string_view plain, const std::vector<KnownWord>& known,
                                               std::size_t most);

}  // namespace review
