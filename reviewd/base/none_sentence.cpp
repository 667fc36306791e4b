#include "reviewd/base/none_sentence.hpp"

#include <algorithm>

namespace reviewd {

std::string none_sentence(const std::vector<std::string>& titles) {
  if (titles.empty()) return {};
  const bool has_comma =
      std::ranges::any_of(titles, [](const std::string& title) { return title.find(',') != std::string::npos; });
  std::string words = "None: ";
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (i > 0) words += i + 1 < titles.size() ? (has_comma ? "; " : ", ") : (has_comma ? "; and " : " and ");
    words += titles[i];
  }
  return words + ".";
}

}  // namespace reviewd
