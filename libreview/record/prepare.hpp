#pragma once

#include "libreview/record/findings.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Fills in what the sender may leave out: the day, the decider, names of new objects (`embargo-1`), and the one
/// review, embargo, order, action or proceedings that an entry can mean, and the version that a check or a share is of,
/// and the age of a child that its birth tells.
/// What is named and exists already, or is named and does not exist, or could be several, is a finding.
[[nodiscard]] v1::Entry prepare(const v1::CaseFile& file, v1::Entry entry, const Occasion& occasion,
                                Findings& findings);

}  // namespace review
