#include "libreview/learning/audit_tally.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "libreview/learning/percent_of.hpp"
#include "libreview/record/bodies.hpp"

namespace review {
namespace {

AuditFound found_as(v1::AuditResult result) {
  switch (result) {
    case v1::AUDIT_RESULT_MET:
      return AuditFound::met;
    case v1::AUDIT_RESULT_EXCEEDED:
      return AuditFound::exceeded;
    case v1::AUDIT_RESULT_NOT_MET:
      return AuditFound::not_met;
    case v1::AUDIT_RESULT_NOT_APPLICABLE:
      return AuditFound::not_applicable;
    default:
      return AuditFound::unanswered;
  }
}

AuditFound found_of(const v1::AuditReturnFile* answered, const std::string& standard) {
  if (answered == nullptr) return AuditFound::unanswered;
  if (answered->involvement() == v1::INVOLVEMENT_NOT_INVOLVED) return AuditFound::not_involved;
  const auto& answers = answered->answers();
  const auto found = std::ranges::find(answers, standard, &v1::AuditAnswerFile::standard);
  return found == answers.end() ? AuditFound::unanswered : found_as(found->result());
}

/// What the agencies found of one standard in one case, together: one that did not meet it settles that. Until all have
/// answered, nothing else does.
AuditFound together(const AuditTally& tally) {
  if (tally.not_met > 0) return AuditFound::not_met;
  if (tally.unanswered > 0) return AuditFound::unanswered;
  if (tally.met > 0) return AuditFound::met;
  if (tally.exceeded > 0) return AuditFound::exceeded;
  return tally.not_applicable > 0 ? AuditFound::not_applicable : AuditFound::not_involved;
}

/// An audit may have thousands of returns, and its tables ask for each of them many times.
using ReturnsOfCases = std::map<std::string_view, std::vector<const v1::AuditReturnFile*>>;

ReturnsOfCases returns_of_cases(const v1::AuditFile& audit) {
  ReturnsOfCases all;
  for (const auto& one : audit.returns()) all[one.audit_case()].push_back(&one);
  return all;
}

const v1::AuditReturnFile* find_return(const ReturnsOfCases& all, const std::string& audit_case,
                                       const std::string& agency) {
  const auto of_case = all.find(audit_case);
  if (of_case == all.end()) return nullptr;
  const auto found =
      std::ranges::find_if(of_case->second, [&](const auto* one) { return is_same_body(one->agency(), agency); });
  return found == of_case->second.end() ? nullptr : *found;
}

}  // namespace

std::optional<int> AuditTally::percent() const { return percent_of(reached(), applicable()); }

void AuditTally::count(AuditFound found) {
  switch (found) {
    case AuditFound::met:
      ++met;
      break;
    case AuditFound::exceeded:
      ++exceeded;
      break;
    case AuditFound::not_met:
      ++not_met;
      break;
    case AuditFound::not_applicable:
      ++not_applicable;
      break;
    case AuditFound::not_involved:
      ++not_involved;
      break;
    case AuditFound::unanswered:
      ++unanswered;
      break;
  }
}

std::vector<AuditCell> audit_cells(const v1::AuditFile& audit, const AuditChoice& choice) {
  std::vector<AuditCell> cells;
  const auto returns = returns_of_cases(audit);
  for (const auto& audited : audit.cases()) {
    if (!choice.audit_case.empty() && audited.audit_case() != choice.audit_case) continue;
    if (!choice.priority.empty() && audited.priority() != choice.priority) continue;
    for (const auto& agency : audited.agencies()) {
      if (!choice.agency.empty() && !is_same_body(agency, choice.agency)) continue;
      const auto* answered = find_return(returns, audited.audit_case(), agency);
      for (const auto& standard : audit.standards()) {
        if (!choice.standard.empty() && standard != choice.standard) continue;
        cells.push_back({audited.audit_case(), agency, standard, found_of(answered, standard)});
      }
    }
  }
  return cells;
}

AuditTally tally_answers(const std::vector<AuditCell>& cells) {
  AuditTally tally;
  for (const auto& cell : cells) tally.count(cell.found);
  return tally;
}

AuditTally tally_cases(const std::vector<AuditCell>& cells) {
  std::map<std::pair<std::string, std::string>, AuditTally> by_case;
  for (const auto& cell : cells) by_case[{cell.audit_case, cell.standard}].count(cell.found);
  AuditTally tally;
  for (const auto& [of, answers] : by_case) tally.count(together(answers));
  return tally;
}

}  // namespace review
