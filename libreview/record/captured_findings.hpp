#pragma once

#include <string>
#include <vector>

#include "libreview/record/findings.hpp"
#include "libreview/record/handling.hpp"

namespace review {

/// Gives each finding that has no name one of its own, after the version that the case has with this entry, so that a
/// correction which adds one takes the name of none that came later. Fills where each comes from, where nobody says so
/// and the case knows: the kind of the review that it is of, or the rapid review before one. Finds `already-recorded`
/// where a name is taken.
void name_findings(const v1::CaseFile& file, v1::LearningCaptured& captured, Findings& findings);

/// What a finding bears on is in the case, or before it in the same entry; a period ends no earlier than it begins.
/// Findings of other cases are asked elsewhere: see `bearings_elsewhere`.
void admit_captured(const Question& question);
void apply_captured(v1::CaseFile& file, const v1::Entry& entry);

/// What the record knows the findings of a recorded entry by, in their order: also those from before findings had
/// names.
[[nodiscard]] std::vector<std::string> names_of_findings(const v1::Entry& entry);

}  // namespace review
