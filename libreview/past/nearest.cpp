#include "libreview/past/nearest.hpp"

#include "libreview/past/plain_words.hpp"
#include "libreview/rehearsal/close_spelling.hpp"

namespace review {

std::string nearest(std::string_view text, const std::vector<std::string>& known) {
  const auto plain = plain_words(text);
  int fewest = static_cast<int>(plain.size()) / 3 + 1;
  std::string best;
  for (const auto& one : known) {
    const int faults = spelling_faults(plain, plain_words(one), fewest);
    if (faults >= fewest) continue;
    fewest = faults;
    best = one;
  }
  return best;
}

}  // namespace review
