#pragma once

#include <vector>

#include "libreview/law/audit_template.hpp"
#include "libreview/law/law_table.hpp"

namespace review {

/// The templates under `[[audit-template]]` of a file that may hold more: a partnership's.
[[nodiscard]] std::vector<AuditTemplate> read_audit_template_list(LawTable& root);
/// `audit-standards.toml`, which holds nothing else.
[[nodiscard]] std::vector<AuditTemplate> read_audit_templates(LawTable root);

}  // namespace review
