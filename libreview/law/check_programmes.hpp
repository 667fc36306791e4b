#pragma once

#include "libreview/law/law_faults.hpp"

namespace review {

/// Adds what is wrong with the steps of programmes: a sort that there is not, or twice; versions out of order; a step
/// without a name of its own; no citation.
void check_programmes(const RuleBook& book, LawFaults& faults);

}  // namespace review
