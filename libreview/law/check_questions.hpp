#pragma once

#include "libreview/law/law_faults.hpp"

namespace review {

/// What is wrong in the bank of questions: no citation, an unknown source or grade; an area given twice; a question
/// given twice in one version, or in two areas; an id that no reference can be; an area without versions, or with
/// versions out of order.
void check_questions(const RuleBook& book, LawFaults& faults);

}  // namespace review
