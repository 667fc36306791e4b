#include "libreview/past/nearest.hpp"

#include <algorithm>
#include <utility>

#include "libreview/rehearsal/close_spelling.hpp"

namespace review {

std::vector<std::string> nearest(std::string_view plain, const std::vector<KnownWord>& known, std::size_t most) {
  const int too_many = static_cast<int>(plain.size()) / 3 + 1;
  std::vector<std::pair<int, const KnownWord*>> near;
  for (const auto& one : known) {
    const int faults = spelling_faults(plain, one.plain, too_many);
    if (faults < too_many) near.emplace_back(faults, &one);
  }
  std::ranges::stable_sort(near, {}, [](const auto& one) { return one.first; });
  std::vector<std::string> all;
  std::vector<std::string> told;
  for (const auto& [faults, one] : near) {
    if (all.size() >= most) break;
    if (std::ranges::find(told, one->means) != told.end()) continue;
    told.push_back(one->means);
    all.push_back(one->written);
  }
  return all;
}

}  // namespace review
