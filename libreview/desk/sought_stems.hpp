#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

#include "libreview/learning/telling_words.hpp"

namespace review {

/// The words of several texts, to be looked for all at once in one text after the other.
class SoughtStems {
 public:
  /// `from` per cent is so like at least. The texts outlive it.
  SoughtStems(const std::vector<std::vector<TellingWord>>& texts, int from);

  struct Like {
    std::size_t text;
    double at_most;
  };
  /// Which of the texts another one may be that like, and how like at most: just so, or where it may be covered,
  /// whichever of its words are read. It is given by its stems, with spaces between them.
  [[nodiscard]] std::vector<Like> like(std::string_view stems, bool may_be_covered);

 private:
  struct Part {
    std::size_t text;
    int weight;
  };
  /// Puts how much of the weight of each text stands in these stems into `shared_`.
  void weigh_shared(std::string_view stems);

  int from_;
  boost::unordered_flat_map<std::string_view, std::vector<Part>> parts_{};
  std::vector<int> weights_{};  ///< of the texts
  std::vector<int> least_{};    ///< what of its weight a text must have in common at least
  std::vector<int> shared_{};
};

}  // namespace review
