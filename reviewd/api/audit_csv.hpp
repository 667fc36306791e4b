#pragma once

#include "libreview/learning/audit_collation.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// What the returns of an audit add up to, for a spreadsheet: a line for each standard, line of enquiry, agency and
/// priority, and for each standard by agency and by priority. No word that somebody typed is in it.
[[nodiscard]] Response audit_csv(const Call& call, const review::AuditCollation& all);

}  // namespace reviewd
