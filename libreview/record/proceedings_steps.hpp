#pragma once

#include "libreview/record/handling.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"
#include "review/v1/holds_file.pb.h"

namespace review {

/// Weighs what an update of proceedings says of their steps: a listed day and that it was taken out exclude each other;
/// what takes the place of a day says which, and what is listed for a later day has not taken place.
void admit_steps(const Question& question);

/// Lays the days that an update of proceedings says on what is known of them. A listed step whose day is replaced keeps
/// the days it had; a later day than before, or none at all, is a slip. One entry slips at most once: a trial that is
/// listed later takes the expected end with it. A day that was said before the one that is known, and is recorded late,
/// replaces nothing: it is kept among the days that the step had, where those show when each was said.
void lay_steps(const v1::CaseFile& file, v1::ProceedingsFile& proceedings, const v1::Entry& entry);

}  // namespace review
