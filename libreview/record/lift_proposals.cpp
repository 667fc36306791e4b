#include "libreview/record/lift_proposals.hpp"

#include <algorithm>

namespace review {

bool proposed_by_another(const v1::EmbargoFile& embargo, const std::string& who, const v1::Entry& lifting) {
  const auto decides_now = [&](const std::string& person) {
    const auto& now = lifting.decided_by();
    return std::find(now.begin(), now.end(), person) != now.end();
  };
  const auto& proposals = embargo.lift_proposals();
  return std::any_of(proposals.begin(), proposals.end(), [&](const v1::LiftProposal& proposal) {
    const auto& deciders = proposal.decided_by();
    return proposal.recorded_by() != who && std::none_of(deciders.begin(), deciders.end(), decides_now);
  });
}

}  // namespace review
