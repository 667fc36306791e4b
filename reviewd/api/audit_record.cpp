#include "reviewd/api/audit_record.hpp"

#include "libreview/record/audit_file.hpp"
#include "libreview/record/fold.hpp"

namespace reviewd {

review::Result<AuditRecord> audit_record(Call& call, std::optional<review::Date> as_at) {
  auto shown = call.desk().entries(call.record(), call.reader, call.moment, as_at);
  if (!shown) return review::refuse(shown.error());
  // Also where the reader does not read the withdrawal itself.
  std::erase_if(*shown, [](const review::v1::Entry& entry) { return !entry.withdrawn_by().empty(); });
  AuditRecord record{{}, review::effective(*shown), {}};
  // A reader to whom corrections are not told would get the words that one of them took back.
  std::erase_if(record.entries, [](const review::v1::Entry& entry) { return entry.has_corrected_by(); });
  for (const auto& entry : record.entries) review::lay_on(record.audit, entry);
  for (const auto& one : record.audit.referrals()) {
    if (one.taken_up()) record.taken_up.insert(one.entry());
  }
  // A referral that names its case is told without it to who does not see that case, and has one all the same.
  for (const auto& entry : call.desk().entries_that_count(call.record())) {
    if (entry.audit_case_referred().has_of_case() &&
        review::find_audit_referral(record.audit, entry.entry()) != nullptr)
      record.taken_up.insert(entry.entry());
  }
  return record;
}

}  // namespace reviewd
