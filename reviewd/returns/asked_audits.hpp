#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/desk/recording.hpp"
#include "libreview/law/audit_template.hpp"
#include "review/v1/audit.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A case that an agency is asked to audit its part of, with what it said of it last.
struct AskedAudit {
  std::string audit_case;
  std::string due_on;  ///< empty where no day is set
  bool whole = false;  ///< everything was said
  std::optional<review::v1::AgencyAuditedCase> said{};
};

/// A key line of enquiry, with the standards that are asked of it.
struct AskedLine {
  std::string question;
  std::vector<review::NamedText> standards;
};

/// The standards of a design by key line of enquiry, with the words of the law, each once; what no line asks stands
/// last. `kept` is blotted out of the questions.
[[nodiscard]] std::vector<AskedLine> asked_lines(const review::v1::AuditDesignSettled& design,
                                                 const review::RuleBook& law, const review::Coverage& kept);

/// What a link asks that was made for an agency's part of an audit.
struct AskedAudits {
  std::string agency;  ///< as the audited cases name it: its id, or the body of the law that it is
  std::vector<AskedAudit> cases;
  std::vector<AskedLine> lines;
  std::vector<std::string> reads;  ///< what was shown by it, as Read::what; whoever answers puts it on record
};

/// The agency as the audited case names it that the entry selected, where that case asks the agency; empty otherwise. A
/// link whose request is such an entry is for all cases of the audit that ask the agency.
[[nodiscard]] std::string auditor_asked(Storage& storage, std::string_view programme, std::string_view request,
                                        std::string_view agency);

/// The earliest day by which something of the audit is wanted of the agency that it has not said; nothing where none
/// is.
[[nodiscard]] std::optional<review::Date> next_audit_due(Storage& storage, std::string_view programme,
                                                         std::string_view agency);

/// What the link asks; nothing where it is for no audit. Which case of the record an audited case is, it does not say.
[[nodiscard]] std::optional<AskedAudits> asked_audits(Storage& storage, const review::ReturnLink& link);

/// Records what an agency found in a case, in the open transaction: by its contact, for the agency. `said` is the
/// content of `agencyAuditedCase` without the agency. The same checks as for everybody else who records.
[[nodiscard]] review::Result<review::Recorded> submit_audit(Storage& storage, const review::ReturnLink& link,
                                                            const std::string& agency, boost::json::object said);

}  // namespace reviewd
