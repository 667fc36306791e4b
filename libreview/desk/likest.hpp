#pragma once

#include <cstddef>
#include <vector>

#include "libreview/desk/nearest.hpp"

namespace review {

/// A recommendation that may be like a text, with how like it is at most; where nothing of it can be kept from anybody,
/// that is how like it is.
struct Candidate {
  LearnedRow said;
  bool may_be_covered = false;
  double at_most = 0;
};

/// Likest first, then the newer.
void put_in_order(std::vector<Candidate>& candidates);

/// Of candidates in that order those that are most like the words, `most` at most, as the reader reads them. What is
/// given is noted as read.
[[nodiscard]] std::vector<Earlier> likest(ReadCases& cases, const std::vector<Candidate>& candidates,
                                          const std::vector<TellingWord>& words, int from, std::size_t most);

/// How many of the candidates are so like the words, by what the reader reads. A case is read only where an embargo may
/// cover something of it.
[[nodiscard]] int count_like(ReadCases& cases, const std::vector<Candidate>& candidates,
                             const std::vector<TellingWord>& words, int from);

}  // namespace review
