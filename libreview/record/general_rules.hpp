#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// The rules that bind every kind of entry: no day in the future where the field is about the past, the stage, reasons
/// for decisions, and nobody decides, signs or gives a position in spite of a conflict of interest.
void general_rules(const Question& question);

}  // namespace review
