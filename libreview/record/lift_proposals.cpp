#include "libreview/record/lift_proposals.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"

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

bool gains_no_proposal(const v1::EmbargoFile& before, const v1::CaseFile& after) {
  const auto* embargo = find_embargo(after, before.embargo());
  if (embargo == nullptr) return true;
  const auto is_same = [](const v1::LiftProposal& one, const v1::LiftProposal& other) {
    return one.recorded_by() == other.recorded_by() && std::ranges::equal(one.decided_by(), other.decided_by());
  };
  return std::ranges::all_of(embargo->lift_proposals(), [&](const v1::LiftProposal& proposal) {
    return std::ranges::any_of(before.lift_proposals(),
                               [&](const v1::LiftProposal& known) { return is_same(known, proposal); });
  });
}

void add_turn(v1::EmbargoFile& embargo, const v1::Entry& entry, std::string_view kind) {
  auto& turn = *embargo.add_turns();
  turn.set_kind(std::string(kind));
  turn.set_entry(entry.entry());
  turn.set_on(entry.occurred_on());
  turn.set_review_on(embargo.review_on());
}

void withdraw_proposals(v1::CaseFile& file, std::string_view reopened, const v1::Entry& entry) {
  for (auto& embargo : *file.mutable_embargoes()) {
    const auto& named = embargo.proceedings();
    const bool hangs = named.empty() || std::ranges::find(named, reopened) != named.end();
    if (embargo.lifted() || !hangs || embargo.lift_proposals().empty()) continue;
    embargo.clear_lift_proposals();
    add_turn(embargo, entry, "proceedings-reopened");
  }
}

}  // namespace review
