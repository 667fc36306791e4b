#pragma once

#include <map>
#include <string>

#include "libreview/past/past_plan.hpp"

namespace review {

/// A recommendation that a row has brought.
struct KnownRecommendation {
  std::string name;     ///< here
  std::string made_on;  ///< or the day that stands for it
  std::size_t entry;    ///< its place among those of the case
};

/// Numbers the recommendations and actions of one case, as its rows bring them.
struct LearningSoFar {
  std::map<std::string, KnownRecommendation> recommendations{};  ///< by number and words as written
  int actions = 0;
};

/// Puts what a row of recommendations and actions says into its case: the recommendation, unless a row before it made
/// the same one, whose themes it adds to; the action where there is one; how far it has come where that is said.
/// Several rows may be actions of one recommendation. A day that the row leaves out is not today's: another day of the
/// row or of its case stands for it, with a warning.
void put_learning(PastRow& row, LearningSoFar& so_far, PastCase& into);

}  // namespace review
