#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// An immediate action of a rapid review: it is followed as every other action is. Where nothing is said of when it is
/// to be done, it was done on the day of the entry.
void admit_immediate_action(const Question& question);
void apply_immediate_action(v1::CaseFile& file, const v1::Entry& entry);

}  // namespace review
