#pragma once

#include <string_view>

#include "review/v1/audit_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether programmes of the sort are audits of cases.
[[nodiscard]] bool is_case_audit(v1::ProgrammeSort sort);

/// Lays an entry of an audit onto what the audit adds up to; any other entry changes nothing. What an entry names and
/// is not there is passed over: whoever reads a part of the entries adds up that part.
void lay_on(v1::AuditFile& audit, const v1::Entry& entry);

/// Parts of the audit by name; null where there is none.
[[nodiscard]] const v1::AuditCaseFile* find_audited(const v1::AuditFile& audit, std::string_view audit_case);
[[nodiscard]] const v1::AuditReturnFile* find_audit_return(const v1::AuditFile& audit, std::string_view agency,
                                                           std::string_view audit_case);
[[nodiscard]] const v1::LessonFile* find_lesson(const v1::AuditFile& audit, std::string_view lesson);
/// The referral that this entry made; null where there is none.
[[nodiscard]] const v1::AuditReferralFile* find_audit_referral(const v1::AuditFile& audit, std::string_view entry);

/// The agency as the case asks it (`POLICE` for `police`); empty where the case does not ask it.
[[nodiscard]] std::string_view asked_as(const v1::AuditCaseFile& audited, std::string_view agency);

/// Whether the agency said of every standard of the audit what it found, or was not involved.
[[nodiscard]] bool is_whole(const v1::AuditFile& audit, const v1::AuditReturnFile& answered);

}  // namespace review
