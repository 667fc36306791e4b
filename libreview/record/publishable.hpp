#pragma once

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether a review ends in a report that is neither published nor declined.
[[nodiscard]] bool awaits_publication(const v1::ReviewFile& review);

/// What an outcome does to the clock to publish: it starts where the outcome makes a review that is to be published
/// and there was none, and is cancelled where another outcome takes its place.
void outcome_decided(v1::CaseFile& file, const v1::Entry& entry, v1::Outcome outcome);

/// What commissioning does: the review takes over the clock that the decision started; a further one gets its own,
/// which counts from the newest decision. A new reviewer or a join restarts nothing.
void review_commissioned(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review);

/// What a conversion does: the same as an outcome, for one review.
void review_converted(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review, v1::Outcome kind);

}  // namespace review
