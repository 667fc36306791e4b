#pragma once

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Begins what is done before the planned day of publication anew: the legal read, the family's, who is told, the check
/// for names. A step stays done where it was done with the version that is accepted.
void prepare_for(v1::CaseFile& file, const v1::Entry& entry, const v1::ReviewFile& review);

}  // namespace review
