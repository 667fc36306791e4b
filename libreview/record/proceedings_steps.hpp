#pragma once

#include "review/v1/entries.pb.h"
#include "review/v1/holds_file.pb.h"

namespace review {

/// Lays the days that an update of proceedings says on what is known of them. A listed step whose day is replaced keeps
/// the days it had; a later day than before, or none at all, is a slip. One entry slips at most once: a trial that is
/// listed later takes the expected end with it.
void lay_steps(v1::ProceedingsFile& proceedings, const v1::Entry& entry);

}  // namespace review
