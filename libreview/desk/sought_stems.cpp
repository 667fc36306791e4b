#include "libreview/desk/sought_stems.hpp"

#include <algorithm>
#include <string>

#include "libreview/learning/likeness.hpp"

namespace review {
namespace {

template <class Visit>
void each_stem(std::string_view stems, Visit visit) {
  while (!stems.empty()) {
    const auto end = std::min(stems.find(' '), stems.size());
    visit(stems.substr(0, end));
    stems.remove_prefix(std::min(end + 1, stems.size()));
  }
}

}  // namespace

SoughtStems::SoughtStems(const std::vector<std::vector<TellingWord>>& texts, int from) : from_(from) {
  for (std::size_t text = 0; text < texts.size(); ++text) {
    int weight = 0;
    for (const auto& word : texts[text]) {
      parts_[word.stem].push_back({text, word.weight});
      weight += word.weight;
    }
    int least = 1;
    while (least < weight && in_percent(most_likeness(weight, least)) < from) ++least;
    weights_.push_back(weight);
    least_.push_back(least);
  }
}

void SoughtStems::weigh_shared(std::string_view stems) {
  shared_.assign(weights_.size(), 0);
  each_stem(stems, [&](std::string_view stem) {
    const auto found = parts_.find(stem);
    if (found == parts_.end()) return;
    for (const auto& part : found->second) shared_[part.text] += part.weight;
  });
}

std::vector<SoughtStems::Like> SoughtStems::like(std::string_view stems, bool may_be_covered) {
  std::vector<Like> found;
  int weight = 0;
  weigh_shared(stems);
  for (std::size_t text = 0; text < shared_.size(); ++text) {
    if (shared_[text] < least_[text]) continue;
    if (weight == 0) each_stem(stems, [&](std::string_view stem) { weight += weight_of(std::string(stem)); });
    const double at_most = may_be_covered ? most_likeness(weights_[text], shared_[text])
                                          : likeness_by_weight(weights_[text], weight, shared_[text]);
    if (in_percent(at_most) >= from_) found.push_back({text, at_most});
  }
  return found;
}

}  // namespace review
