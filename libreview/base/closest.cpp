#include "libreview/base/closest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace review {
namespace {

/// Letters to add, leave out or change (Levenshtein).
std::size_t distance(const std::string& from, const std::string& to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const auto changed = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

/// Longer than any word that is known; what is longer is not looked at.
constexpr std::size_t longest_word = 80;

}  // namespace

std::string closest(const std::string& word, const std::vector<std::string>& known) {
  std::string found;
  if (word.size() > longest_word) return found;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const auto& one : known) {
    const auto far = distance(word, one);
    if (far >= least) continue;
    least = far;
    found = one;
  }
  return found;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, const std::string& before) {
  const auto found = closest(word, known);
  return found.empty() ? found : fmt::format(" Did you mean {}{}?", before, found);
}

}  // namespace review
