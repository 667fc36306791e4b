#include "reviewd/identity/narrowed.hpp"

#include "reviewd/identity/network.hpp"

namespace reviewd {

std::optional<review::Reader> narrowed(review::Reader reader, const review::TokenReach& reach,
                                       const std::string& peer) {
  if (!reach.networks.empty() && !is_in(peer, reach.networks)) return std::nullopt;
  reader.agency = reach.agency;
  for (const auto& name : reach.scopes) {
    const auto right = review::find_right(name);
    if (!right) return std::nullopt;
    reader.scopes.insert(*right);
  }
  if (!reader.may(review::Right::break_glass)) reader.glass.clear();
  if (!reach.cases.empty()) reader.cases.emplace(reach.cases.begin(), reach.cases.end());
  return reader;
}

}  // namespace reviewd
