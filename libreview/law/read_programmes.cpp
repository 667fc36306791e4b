#include "libreview/law/read_programmes.hpp"

namespace review {
namespace {

ProgrammeSteps read_programme_version(LawTable table) {
  constexpr std::string_view parts = ": ";
  ProgrammeSteps version{.from = table.date("from"),
                         .steps = {},
                         .references = table.citations("cites"),
                         .cites = {},
                         .grade = table.text("grade"),
                         .note = table.text_or_empty("note")};
  for (const auto& one : table.texts("steps")) {
    const auto colon = one.find(parts);
    if (colon == std::string::npos) table.refuse_at("steps", one + " has no colon");
    version.steps.push_back(
        {one.substr(0, colon), colon == std::string::npos ? one : one.substr(colon + parts.size())});
  }
  if (version.steps.empty()) table.refuse_at("steps", "there is no step");
  table.no_other_keys();
  return version;
}

ProgrammeRule read_programme(LawTable table) {
  ProgrammeRule rule{.id = table.text("id"), .versions = {}};
  for (LawTable& version : table.tables("version")) rule.versions.push_back(read_programme_version(version));
  table.no_other_keys();
  return rule;
}

}  // namespace

std::vector<ProgrammeRule> read_programmes(LawTable root) {
  std::vector<ProgrammeRule> rules;
  for (LawTable& table : root.tables("programme")) rules.push_back(read_programme(table));
  root.no_other_keys();
  return rules;
}

}  // namespace review
