#include "libreview/law/audit_template.hpp"

#include <algorithm>

namespace review {

std::vector<NamedText> AuditTemplateVersion::standards() const {
  std::vector<NamedText> all;
  for (const auto& line : lines) all.insert(all.end(), line.standards.begin(), line.standards.end());
  return all;
}

const AuditLineRule* AuditTemplateVersion::line_of(std::string_view standard) const {
  const auto found = std::ranges::find_if(lines, [&](const AuditLineRule& line) {
    return std::ranges::find(line.standards, standard, &NamedText::id) != line.standards.end();
  });
  return found == lines.end() ? nullptr : &*found;
}

const AuditTemplateVersion* AuditTemplate::on(Date day) const {
  const AuditTemplateVersion* newest = nullptr;
  for (const auto& version : versions) {
    if (version.from <= day && (newest == nullptr || newest->from < version.from)) newest = &version;
  }
  return newest;
}

}  // namespace review
