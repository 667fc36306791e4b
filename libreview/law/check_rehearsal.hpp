#pragma once

#include <vector>

#include "libreview/law/law_check.hpp"
#include "libreview/law/rehearsal_rules.hpp"

namespace review {

/// What is wrong in the rules of the check before publication, which are no part of a rule book but cite its sources:
/// no citation, an unknown source or grade; a kind of detail given twice; lengths and numbers that contradict each
/// other. Empty when nothing is.
[[nodiscard]] std::vector<LawFault> check_rehearsal(const RehearsalRules& rules, const RuleBook& book);

}  // namespace review
