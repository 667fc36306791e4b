#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/figures/suppress.hpp"

namespace review {

/// A number that the tables tell, in one place or in several.
struct ToldNumber {
  int value = 0;
  bool guarded = false;           ///< in one of its places
  bool published_before = false;  ///< an earlier pack tells it, and it did not change
  bool cumulative = false;        ///< in a guarded column that grows from year to year: never published
  bool changed_little = false;    ///< an earlier pack tells it, and the difference is small
  int doubt = 0;                  ///< where it is not to be told: what somebody must think that it may reach
};

/// What somebody who reads all tables knows of how the numbers hang together: each total is the sum of its parts.
/// Numbers are known by their place in `numbers`.
struct PublishedSums {
  struct Sum {
    std::size_t whole;
    std::vector<std::size_t> parts;
  };
  int below = 0;  ///< what is less, and not 0, is small
  std::vector<ToldNumber> numbers{};
  std::vector<Sum> sums{};
  std::map<FigureName, std::size_t> of{};  ///< the number of each figure of the tables that are published now
};

/// The sums of tables that are published together, and of packs that were published before. A figure of an earlier pack
/// that has not changed is the same number.
[[nodiscard]] PublishedSums published_sums(const std::vector<FigureTable>& tables, int below,
                                           const std::vector<PublishedPack>& before);

}  // namespace review
