#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "review/v1/audit_file.pb.h"
#include "review/v1/entries.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// An audit as one reader may see it.
struct AuditRecord {
  review::v1::AuditFile audit;             ///< what the entries below add up to
  std::vector<review::v1::Entry> entries;  ///< those that count and that the reader reads, corrections in their place
  std::set<std::string> taken_up;          ///< the referrals that have a case, also one that the reader does not see
};

/// The audit of the programme that the call names, now or as recorded by an earlier day. It is added up from the
/// entries that the reader reads, with the words and references that they may have: whoever reads the returns of one
/// agency alone gets the audit of that agency. What is read is noted as every reading of entries is.
[[nodiscard]] review::Result<AuditRecord> audit_record(Call& call, std::optional<review::Date> as_at);

}  // namespace reviewd
