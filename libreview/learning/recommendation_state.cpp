#include "libreview/learning/recommendation_state.hpp"

#include <algorithm>

namespace review {
namespace {

void update(ActionState& action, const v1::Entry& entry) {
  const auto& updated = entry.action_updated();
  if (updated.progress() != v1::PROGRESS_UNSPECIFIED) action.progress = updated.progress();
  action.reached = std::max(action.reached, updated.reached());
  if (updated.has_due_on()) action.due_on = updated.due_on();
  if (!updated.evidence().empty()) action.evidence_entry = entry.entry();
}

}  // namespace

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::open:
      return "OPEN";
    case Standing::complete:
      return "COMPLETE";
    case Standing::nothing_agreed:
      break;
  }
  return "NOTHING_AGREED";
}

Standing RecommendationState::standing() const {
  if (actions.empty()) return Standing::nothing_agreed;
  return std::ranges::all_of(actions, &ActionState::complete) ? Standing::complete : Standing::open;
}

int RecommendationState::complete() const {
  return static_cast<int>(std::ranges::count_if(actions, &ActionState::complete));
}

v1::Progress RecommendationState::progress() const {
  auto worst = v1::PROGRESS_UNSPECIFIED;
  for (const auto& action : actions) {
    if (action.complete() || action.progress == v1::PROGRESS_UNSPECIFIED) continue;
    worst = worst == v1::PROGRESS_UNSPECIFIED ? action.progress : std::min(worst, action.progress);
  }
  return worst;
}

v1::Reached RecommendationState::reached() const {
  const auto least = std::ranges::min_element(actions, {}, &ActionState::reached);
  return least == actions.end() ? v1::REACHED_UNSPECIFIED : least->reached;
}

RecommendationState state_of(const std::vector<v1::Entry>& counted, std::string_view recommendation) {
  RecommendationState state;
  for (const auto& entry : counted) {
    if (entry.has_action_agreed() && entry.action_agreed().recommendation() == recommendation) {
      const auto& agreed = entry.action_agreed();
      state.actions.push_back({agreed.action(), agreed.owner(), agreed.due_on()});
    } else if (entry.has_action_updated()) {
      const auto about = std::ranges::find(state.actions, entry.action_updated().action(), &ActionState::action);
      if (about != state.actions.end()) update(*about, entry);
    }
  }
  return state;
}

}  // namespace review
