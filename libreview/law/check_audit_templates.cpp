#include "libreview/law/check_audit_templates.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

void check_name(const std::string& where, const std::string& id, Names& known, LawFaults& faults) {
  if (!known.insert(id).second) faults.add(where, id + " is there twice");
  if (!bare_reference(id)) faults.add(where, id + " is no name of small letters, digits and hyphens");
}

void check_version(const std::string& where, const AuditTemplateVersion& version, LawFaults& faults) {
  faults.check_references(where, version.references);
  faults.check_grade(where, version.grade);
  Names lines;
  Names standards;
  Names criteria;
  for (const auto& line : version.lines) {
    check_name(where, line.id, lines, faults);
    for (const auto& standard : line.standards) check_name(where, standard.id, standards, faults);
    if (line.standards.empty()) faults.add(where, line.id + " has no standards");
  }
  for (const auto& criterion : version.criteria) check_name(where, criterion.id, criteria, faults);
  if (version.lines.empty()) faults.add(where, "has no lines of enquiry");
}

}  // namespace

void check_audit_templates(const RuleBook& book, LawFaults& faults) {
  Names known;
  for (const AuditTemplate& one : book.audit_templates()) {
    const std::string where = "audit template " + one.id;
    check_name(where, one.id, known, faults);
    if (one.versions.empty()) faults.add(where, "has no version");
    const AuditTemplateVersion* before = nullptr;
    for (const AuditTemplateVersion& version : one.versions) {
      check_version(fmt::format("{}, version of {}", where, version.from.iso()), version, faults);
      if (before != nullptr && version.from <= before->from) faults.add(where, "has versions out of order");
      before = &version;
    }
  }
}

}  // namespace review
