#include "libreview/rehearsal/close_spelling.hpp"

#include <algorithm>
#include <array>

namespace review {
namespace {

/// No part of a name is longer.
constexpr std::size_t longest_word = 63;
using Row = std::array<int, longest_word + 1>;

}  // namespace

int spelling_faults(std::string_view one, std::string_view other, int most) {
  const auto longer = std::max(one.size(), other.size());
  const auto shorter = std::min(one.size(), other.size());
  if (longer > longest_word || longer - shorter > static_cast<std::size_t>(most)) return most + 1;
  Row before{};
  Row last{};
  Row now{};
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    now[0] = static_cast<int>(i);
    int least = now[0];
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool same = one[i - 1] == other[j - 1];
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return std::min(last[other.size()], most + 1);
}

}  // namespace review
