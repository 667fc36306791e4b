#pragma once

#include <string>
#include <vector>

#include "libreview/learning/telling_words.hpp"

namespace review {

/// How much two texts say the same.
struct Likeness {
  /// From 0, no telling word in common, to 1, the same telling words: twice the weight of what both have, over the
  /// weight of both. It is the same the other way round, and depends on these two texts alone.
  double measure = 0;
  std::vector<std::string> shared{};  ///< the words of the first that both have, in its order
};

[[nodiscard]] Likeness likeness(const std::vector<TellingWord>& one, const std::vector<TellingWord>& other);

/// `Likeness::measure` of two texts whose words weigh so much, and which have words of that weight in common.
[[nodiscard]] double likeness_by_weight(int one, int other, int shared);

/// The most that the likeness could still be if any words were taken out of `other`. What the most is does not depend
/// on words that only `other` has.
[[nodiscard]] double most_likeness(const std::vector<TellingWord>& one, const std::vector<TellingWord>& other);
/// The same of a text whose words weigh `one`, with another that has `both` of that weight in common with it.
[[nodiscard]] double most_likeness(int one, int both);

/// In whole per cent, rounded down: what is all but the same is not the same.
[[nodiscard]] int in_percent(double measure);

}  // namespace review
