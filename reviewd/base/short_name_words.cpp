#include "reviewd/base/short_name_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace reviewd {

std::string short_name_words(const std::string& name) {
  std::string words = name;
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string place_words(const std::string& place) {
  static constexpr std::array<std::string_view, 8> small{"and", "by", "in", "le", "of", "on", "the", "upon"};
  std::string words;
  for (std::size_t from = 0; from <= place.size();) {
    const auto to = std::min(place.find('-', from), place.size());
    const auto word = place.substr(from, to - from);
    const bool is_small = !words.empty() && std::ranges::count(small, word) > 0;
    words += (words.empty() ? "" : " ") + (is_small ? word : short_name_words(word));
    from = to + 1;
  }
  return words;
}

}  // namespace reviewd
