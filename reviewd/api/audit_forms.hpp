#pragma once

#include "reviewd/api/audit_record.hpp"
#include "reviewd/api/paper_answer.hpp"

namespace reviewd {

/// The forms by which agencies answer an audit by hand: for each agency, and each case that asks it, the standards by
/// key line of enquiry with room for what was found. `agency` alone, or each that is asked where it is empty.
/// `not-found` where no case asks it. It names no child, and no case of this service.
[[nodiscard]] review::Result<Paper> audit_forms(const Call& call, const AuditRecord& record, const std::string& agency);

}  // namespace reviewd
