#include "libreview/desk/sought_stems.hpp"

#include <algorithm>

#include "libreview/learning/likeness.hpp"

namespace review {

SoughtStems::SoughtStems(const std::vector<std::vector<TellingWord>>& texts, int from) {
  for (std::size_t text = 0; text < texts.size(); ++text) {
    int all = 0;
    for (const auto& word : texts[text]) {
      parts_[word.stem].push_back({text, word.weight});
      all += word.weight;
    }
    int least = 1;
    while (least < all && in_percent(most_likeness(all, least)) < from) ++least;
    least_.push_back(least);
  }
}

std::vector<std::size_t> SoughtStems::like(std::string_view stems) const {
  std::vector<int> both(least_.size());
  while (!stems.empty()) {
    const auto end = std::min(stems.find(' '), stems.size());
    if (const auto found = parts_.find(stems.substr(0, end)); found != parts_.end()) {
      for (const auto& part : found->second) both[part.text] += part.weight;
    }
    stems.remove_prefix(std::min(end + 1, stems.size()));
  }
  std::vector<std::size_t> texts;
  for (std::size_t text = 0; text < both.size(); ++text) {
    if (both[text] >= least_[text]) texts.push_back(text);
  }
  return texts;
}

}  // namespace review
