#include "libreview/law/read_audit_templates.hpp"

#include <string>
#include <string_view>

namespace review {
namespace {

/// Texts with their ids before a colon.
std::vector<NamedText> named_texts(LawTable& table, std::string_view key) {
  constexpr std::string_view parts = ": ";
  std::vector<NamedText> named;
  for (const auto& one : table.texts(key)) {
    const auto colon = one.find(parts);
    if (colon == std::string::npos) {
      table.refuse_at(key, one + " has no colon");
    } else {
      named.push_back({one.substr(0, colon), one.substr(colon + parts.size())});
    }
  }
  return named;
}

AuditLineRule read_line(LawTable& table) {
  AuditLineRule line{.id = table.text("id"),
                     .area = table.text("area"),
                     .question = table.text("question"),
                     .standards = named_texts(table, "standards")};
  table.no_other_keys();
  return line;
}

AuditTemplateVersion read_template_version(LawTable& table) {
  AuditTemplateVersion version{.from = table.date("from"),
                               .lines = {},
                               .criteria = named_texts(table, "criteria"),
                               .references = table.citations("cites"),
                               .cites = {},
                               .grade = table.text("grade"),
                               .note = table.text_or_empty("note")};
  for (LawTable& line : table.tables("line")) version.lines.push_back(read_line(line));
  table.no_other_keys();
  return version;
}

AuditTemplate read_template(LawTable& table) {
  AuditTemplate one{.id = table.text("id"), .title = table.text("title"), .local = false, .versions = {}};
  for (LawTable& version : table.tables("version")) one.versions.push_back(read_template_version(version));
  table.no_other_keys();
  return one;
}

}  // namespace

std::vector<AuditTemplate> read_audit_template_list(LawTable& root) {
  std::vector<AuditTemplate> all;
  for (LawTable& table : root.tables("audit-template")) all.push_back(read_template(table));
  return all;
}

std::vector<AuditTemplate> read_audit_templates(LawTable root) {
  auto all = read_audit_template_list(root);
  root.no_other_keys();
  return all;
}

}  // namespace review
