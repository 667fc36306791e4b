#include "libreview/record/action_ladder.hpp"

#include <algorithm>

namespace review {
namespace {

bool is_rung(v1::Reached reached) { return reached != v1::REACHED_UNSPECIFIED && reached != v1::REACHED_NOT_KNOWN; }

bool holds(const v1::ActionFile& action, v1::Reached rung) {
  return std::any_of(action.rungs().begin(), action.rungs().end(),
                     [&](const v1::RungFile& one) { return one.reached() == rung; });
}

/// Those above it hold no longer, and it does not itself.
void step_below(v1::ActionFile& action, v1::Reached rung) {
  auto& rungs = *action.mutable_rungs();
  const auto above = std::find_if(rungs.begin(), rungs.end(), [&](const auto& one) { return one.reached() >= rung; });
  rungs.erase(above, rungs.end());
}

}  // namespace

bool needs_evidence(v1::Reached rung) { return is_rung(rung) && rung >= v1::REACHED_CHECKED; }

std::string day_of_rung_below(const v1::ActionFile& action, v1::Reached rung) {
  std::string day;
  for (const auto& one : action.rungs()) {
    if (is_rung(rung) && one.reached() < rung) day = std::max(day, one.on());
  }
  return day;
}

std::vector<v1::Reached> skipped_rungs(const v1::ActionFile& action) {
  std::vector<v1::Reached> skipped;
  if (action.rungs().empty()) return skipped;
  const int highest = action.rungs(action.rungs_size() - 1).reached();
  for (int rung = v1::REACHED_SAID; rung < highest; ++rung) {
    if (!holds(action, static_cast<v1::Reached>(rung))) skipped.push_back(static_cast<v1::Reached>(rung));
  }
  return skipped;
}

void climb(v1::ActionFile& action, const v1::Entry& entry, v1::Reached rung, const std::string& on) {
  action.set_reached(rung);
  if (!is_rung(rung)) return;
  step_below(action, rung);
  auto& stands = *action.add_rungs();
  stands.set_reached(rung);
  stands.set_on(on);
  stands.set_entry(entry.entry());
  if (needs_evidence(rung)) action.set_evidence_entry(entry.entry());
}

void look_again(v1::ActionFile& action, const v1::Entry& entry, v1::RecheckFinding finding) {
  if (finding == v1::RECHECK_FINDING_NOT_KNOWN) return action.set_reached(v1::REACHED_NOT_KNOWN);
  const auto rung = finding == v1::RECHECK_FINDING_CHANGED ? v1::REACHED_CHANGED : v1::REACHED_CHECKED;
  climb(action, entry, rung, entry.occurred_on());
}

}  // namespace review
