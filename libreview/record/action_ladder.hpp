#pragma once

#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

// The ladder of an action: said, done, checked, changed. Where it stands is what was said last; "not known" is on no
// rung and takes none away.

/// Whether a rung is claimed with evidence only: somebody else has to be able to look.
[[nodiscard]] bool needs_evidence(v1::Reached rung);

/// The latest day of the rungs below this one that hold; empty where there is none.
[[nodiscard]] std::string day_of_rung_below(const v1::ActionFile& action, v1::Reached rung);

/// The rungs below the highest that nobody claimed, lowest first.
[[nodiscard]] std::vector<v1::Reached> skipped_rungs(const v1::ActionFile& action);

/// Puts the action on a rung since a day. Those above it hold no longer.
void climb(v1::ActionFile& action, const v1::Entry& entry, v1::Reached rung, const std::string& on);

/// What looking again makes of the ladder: changed is its top; what did not change stands one below, for somebody
/// looked.
void look_again(v1::ActionFile& action, const v1::Entry& entry, v1::RecheckFinding finding);

}  // namespace review
