#include "libreview/record/audited_elsewhere.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/sort_of_file.hpp"

namespace review {
namespace {

/// The case of another record that the entry names, and where.
std::pair<std::string, std::string> named_by(const v1::Entry& entry) {
  if (entry.has_entry_corrected() && entry.entry_corrected().has_replacement()) {
    auto [name, at] = named_by(entry.entry_corrected().replacement());
    return {name, "/entryCorrected/replacement" + at};
  }
  if (entry.has_audit_case_selected()) return {entry.audit_case_selected().of_case(), "/auditCaseSelected/ofCase"};
  if (entry.has_audit_referral_taken_up())
    return {entry.audit_referral_taken_up().of_case(), "/auditReferralTakenUp/ofCase"};
  return {entry.audit_case_referred().of_case(), "/auditCaseReferred/ofCase"};
}

}  // namespace

Result<void> audited_elsewhere(const v1::Entry& entry, const FindCase& find) {
  const auto [name, at] = named_by(entry);
  if (name.empty()) return {};
  const auto file = find(name);
  if (file && sort_of(*file) == "case") return {};
  return refuse_at(Code::missing_reference, fmt::format("There is no case {}.", name), at);
}

std::vector<v1::CaseFile> audited_cases(const v1::CaseFile& file, const FindCase& find) {
  std::vector<v1::CaseFile> cases;
  std::set<std::string> known;
  const auto add = [&](const auto& all) {
    for (const auto& one : all) {
      if (one.of_case().empty() || !known.insert(one.of_case()).second) continue;
      if (auto found = find(one.of_case())) cases.push_back(std::move(*found));
    }
  };
  add(file.programme().audit().cases());
  add(file.programme().audit().referrals());
  return cases;
}

}  // namespace review
