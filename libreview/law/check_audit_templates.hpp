#pragma once

#include "libreview/law/law_faults.hpp"

namespace review {

/// What is wrong in the templates of audits: no citation, an unknown source or grade; a template, a line or a standard
/// given twice; a name that no reference can be; versions out of order; a template without a version, a version
/// without lines, a line without standards.
void check_audit_templates(const RuleBook& book, LawFaults& faults);

}  // namespace review
