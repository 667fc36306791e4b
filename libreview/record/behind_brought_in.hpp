#pragma once

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// The review of a case that is brought in during it or after it. What is over has one too: its days count in the years
/// in which they fell.
void bring_in_review(v1::CaseFile& file, const v1::CaseBroughtIn& brought);

/// A known day of a review; of another kind of day nothing becomes.
void take_known_day(v1::ReviewFile& review, const v1::KnownDate& known);

/// Leaves a milestone for each part of the course that lay behind the case when it was brought in: no clock asks for it
/// again. Comes after the known days, which have ended what they end: a day that is known counts as in time or late.
void leave_behind(v1::CaseFile& file, const v1::Entry& entry);

}  // namespace review
