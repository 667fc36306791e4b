#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "libreview/learning/telling_words.hpp"

namespace review {

/// The words of several texts, to be looked for all at once in one text after the other.
class SoughtStems {
 public:
  /// `from` per cent is so like at least. The texts outlive it.
  SoughtStems(const std::vector<std::vector<TellingWord>>& texts, int from);

  /// Which of the texts another one may be that like, whichever of its words are read; it is given by its stems, with
  /// spaces between them.
  [[nodiscard]] std::vector<std::size_t> like(std::string_view stems) const;

 private:
  struct Part {
    std::size_t text;
    int weight;
  };
  std::unordered_map<std::string_view, std::vector<Part>> parts_;
  std::vector<int> least_;  ///< the weight that a text must have in common at least
};

}  // namespace review
