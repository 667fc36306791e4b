#pragma once

#include "libreview/learning/audit_collation.hpp"
#include "reviewd/api/audit_plans.hpp"

namespace reviewd {

/// What the returns of an audit add up to, for a spreadsheet: a line for each standard, line of enquiry, agency and
/// priority, and for each standard by agency and by priority; then a line for each action of the agencies' improvement
/// plans. What is to be done there is all that somebody typed.
[[nodiscard]] Response audit_csv(const Call& call, const review::AuditCollation& all,
                                 const std::vector<PlannedAction>& plans);

}  // namespace reviewd
