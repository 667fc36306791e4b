#pragma once

#include <boost/json/object.hpp>

#include "libreview/law/rule_book.hpp"
#include "reviewd/api/audit_record.hpp"

namespace reviewd {

/// The audit as a whole: design, cases, returns, what they add up to, learning events, the learning log, referrals.
[[nodiscard]] boost::json::object audit_json(const AuditRecord& record, const review::RuleBook& law);

}  // namespace reviewd
