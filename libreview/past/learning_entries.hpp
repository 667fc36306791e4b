#pragma once

#include <map>
#include <string>

#include "libreview/past/past_plan.hpp"

namespace review {

/// Numbers the recommendations and actions of one case, as its rows bring them.
struct LearningSoFar {
  std::map<std::string, std::string> recommendations{};  ///< number and words as written → its name here
  int actions = 0;
};

/// Puts what a row of recommendations and actions says into its case: the recommendation, unless a row before it made
/// the same one; the action where there is one; how far it has come where that is said. Several rows may be actions of
/// one recommendation.
void put_learning(PastRow& row, LearningSoFar& so_far, PastCase& into);

}  // namespace review
