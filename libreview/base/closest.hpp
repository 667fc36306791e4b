#pragma once

#include <string>
#include <vector>

namespace review {

/// The word that was probably meant: the one that fewest letters tell from it, and at most a third of them. Empty where
/// none is near.
[[nodiscard]] std::string closest(const std::string& word, const std::vector<std::string>& known);

/// `Did you mean X?` behind a blank; empty where nothing is near.
[[nodiscard]] std::string did_you_mean(const std::string& word, const std::vector<std::string>& known,
                                       const std::string& before = "");

}  // namespace review
