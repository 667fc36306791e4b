#include "reviewd/base/short_name_words.hpp"

#include <algorithm>

namespace reviewd {

std::string short_name_words(const std::string& name) {
  std::string words = name;
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace reviewd
