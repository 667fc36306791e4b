#pragma once

#include "libreview/law/law_faults.hpp"

namespace review {

/// The part of `law_check` that is about the partnership's own rules.
void check_partnership(const RuleBook& book, LawFaults& faults);

}  // namespace review
