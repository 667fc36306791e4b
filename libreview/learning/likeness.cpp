#include "libreview/learning/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>

namespace review {
namespace {

int weight_of_all(const std::vector<TellingWord>& words) {
  return std::accumulate(words.begin(), words.end(), 0,
                         [](int sum, const TellingWord& word) { return sum + word.weight; });
}

template <class Visit>
void each_shared(const std::vector<TellingWord>& one, const std::vector<TellingWord>& other, Visit visit) {
  std::set<std::string_view> stems;
  for (const auto& word : other) stems.insert(word.stem);
  for (const auto& word : one) {
    if (stems.contains(word.stem)) visit(word);
  }
}

}  // namespace

Likeness likeness(const std::vector<TellingWord>& one, const std::vector<TellingWord>& other) {
  Likeness found;
  int both = 0;
  each_shared(one, other, [&](const TellingWord& word) {
    both += word.weight;
    found.shared.push_back(word.written);
  });
  found.measure = likeness_by_weight(weight_of_all(one), weight_of_all(other), both);
  return found;
}

double likeness_by_weight(int one, int other, int shared) {
  return one + other == 0 ? 0 : 2.0 * shared / (one + other);
}

double most_likeness(const std::vector<TellingWord>& one, const std::vector<TellingWord>& other) {
  int both = 0;
  each_shared(one, other, [&](const TellingWord& word) { both += word.weight; });
  return most_likeness(weight_of_all(one), both);
}

double most_likeness(int one, int both) { return both == 0 ? 0 : 2.0 * both / (one + both); }

int in_percent(double measure) { return static_cast<int>(std::floor(measure * 100 + 1e-9)); }

}  // namespace review
