#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "libreview/base/closest.hpp"
#include "libreview/record/audit_design.hpp"
#include "libreview/record/audit_file.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/lessons.hpp"

namespace review {
namespace {

const v1::AuditFile& audit_of(const Question& question) { return question.file.programme().audit(); }

/// Only an audit of cases takes the entry, and but for its design only one that has a design.
bool is_of_audit(const Question& question, const std::string& json, bool wants_design = true) {
  if (!is_case_audit(question.file.programme().sort())) {
    question.findings.add(Code::not_one_kind, "This programme is no audit of cases.", {}, "/" + json);
    return false;
  }
  if (!wants_design || !audit_of(question).design().empty()) return true;
  question.findings.add(Code::missing_reference, "Settle the design of the audit first.", {}, "/" + json);
  return false;
}

void admit_settled(const Question& question) {
  if (is_of_audit(question, "auditDesignSettled", false)) admit_design(question);
}

bool has_priority(const v1::AuditFile& audit, const std::string& name) {
  return std::ranges::find(audit.priorities(), name, &v1::AuditPriorityFile::priority) != audit.priorities().end();
}

void check_own_reference(const Question& question) {
  const auto& selected = question.entry.audit_case_selected();
  if (!selected.has_of_case()) return;
  if (selected.audit_case() == selected.of_case()) {
    question.findings.add(Code::not_a_choice,
                          "This would tell which case it is. Make up a reference of the audit's own.", {},
                          "/auditCaseSelected/auditCase");
  }
  for (const auto& one : audit_of(question).cases()) {
    if (one.of_case() != selected.of_case()) continue;
    question.findings.add(Code::already_recorded, fmt::format("This case is audited already, as {}.", one.audit_case()),
                          {}, "/auditCaseSelected/ofCase");
  }
}

void admit_selected(const Question& question) {
  if (!is_of_audit(question, "auditCaseSelected")) return;
  const auto& audit = audit_of(question);
  const auto& selected = question.entry.audit_case_selected();
  if (!has_priority(audit, selected.priority())) {
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no priority {} in the design.", selected.priority()), {},
                          "/auditCaseSelected/priority");
  }
  for (int i = 0; i < selected.criteria_size(); ++i) {
    if (std::ranges::find(audit.criteria(), selected.criteria(i)) != audit.criteria().end()) continue;
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no criterion {} in the design.", selected.criteria(i)), {},
                          fmt::format("/auditCaseSelected/criteria/{}", i));
  }
  check_own_reference(question);
  set_ahead(question, selected.due_on(), question.entry.occurred_on(),
            "Answers cannot be due before agencies are asked.", "/auditCaseSelected/dueOn");
}

void apply_selected(v1::CaseFile& file, const v1::Entry& entry) {
  auto& named = *file.add_named();
  named.set_sort("audit-case");
  named.set_name(entry.audit_case_selected().audit_case());
  lay_on(*file.mutable_programme()->mutable_audit(), entry);
}

void check_answers(const Question& question) {
  const auto& audit = audit_of(question);
  const auto& said = question.entry.agency_audited_case();
  std::set<std::string> answered;
  for (int i = 0; i < said.answers_size(); ++i) {
    const auto& answer = said.answers(i);
    const auto at = fmt::format("/agencyAuditedCase/answers/{}", i);
    if (std::ranges::find(audit.standards(), answer.standard()) == audit.standards().end()) {
      const std::vector<std::string> known(audit.standards().begin(), audit.standards().end());
      question.findings.add(
          Code::missing_reference,
          fmt::format("The audit has no standard {}.{}", answer.standard(), did_you_mean(answer.standard(), known)), {},
          at + "/standard");
    }
    if (!answered.insert(answer.standard()).second) {
      question.findings.add(Code::not_a_choice, "This standard is answered twice. Say one thing of it.", {},
                            at + "/standard");
    }
    const bool needs_why =
        answer.result() == v1::AUDIT_RESULT_NOT_MET || answer.result() == v1::AUDIT_RESULT_NOT_APPLICABLE;
    if (needs_why && answer.why().empty()) {
      question.findings.add(Code::reasons_required,
                            answer.result() == v1::AUDIT_RESULT_NOT_MET ? "Say why the standard was not met."
                                                                        : "Say why the standard is not applicable.",
                            {}, at + "/why");
    }
  }
  const bool involved = said.involvement() != v1::INVOLVEMENT_NOT_INVOLVED;
  if (involved && said.answers().empty()) {
    question.findings.add(Code::missing_field,
                          "Say of at least one standard what you found, or that the agency was not involved.", {},
                          "/agencyAuditedCase/answers");
  }
  if (!involved && !said.answers().empty()) {
    question.findings.add(Code::not_a_choice, "An agency that was not involved has nothing to say of standards.", {},
                          "/agencyAuditedCase/answers");
  }
}

void admit_audited(const Question& question) {
  if (!is_of_audit(question, "agencyAuditedCase")) return;
  const auto& said = question.entry.agency_audited_case();
  const auto* audited = find_audited(audit_of(question), said.audit_case());
  if (audited == nullptr) {
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no audited case {} in this audit.", said.audit_case()), {},
                          "/agencyAuditedCase/auditCase");
    return;
  }
  if (asked_as(*audited, said.agency()).empty()) {
    question.findings.add(Code::missing_reference,
                          fmt::format("{} was not asked to audit {}.", said.agency(), said.audit_case()), {},
                          "/agencyAuditedCase/agency");
  }
  check_answers(question);
}

void admit_event(const Question& question) {
  if (!is_of_audit(question, "auditEventHeld")) return;
  const auto& held = question.entry.audit_event_held();
  for (int i = 0; i < held.groups_size(); ++i) {
    const auto& group = held.groups(i);
    if (!group.has_priority() || has_priority(audit_of(question), group.priority())) continue;
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no priority {} in the design.", group.priority()), {},
                          fmt::format("/auditEventHeld/groups/{}/priority", i));
  }
}

void admit_logged(const Question& question) {
  if (is_of_audit(question, "auditLearningLogged")) admit_lesson(question);
}

void apply_logged(v1::CaseFile& file, const v1::Entry& entry) {
  auto& named = *file.add_named();
  named.set_sort("lesson");
  named.set_name(entry.audit_learning_logged().lesson());
  lay_on(*file.mutable_programme()->mutable_audit(), entry);
}

void admit_followed(const Question& question) {
  if (is_of_audit(question, "auditLearningFollowed")) admit_lesson_followed(question);
}

void admit_referred(const Question& question) {
  if (!is_of_audit(question, "auditCaseReferred")) return;
  const auto& referred = question.entry.audit_case_referred();
  if (find_audited(audit_of(question), referred.audit_case()) != nullptr) return;
  question.findings.add(Code::missing_reference,
                        fmt::format("There is no audited case {} in this audit.", referred.audit_case()), {},
                        "/auditCaseReferred/auditCase");
}

void admit_taken_up(const Question& question) {
  if (!is_of_audit(question, "auditReferralTakenUp")) return;
  const auto& taken = question.entry.audit_referral_taken_up();
  const auto* referral = find_audit_referral(audit_of(question), taken.referral());
  if (referral == nullptr) {
    question.findings.add(Code::missing_reference, "There is no referral of this name in this audit.", {},
                          "/auditReferralTakenUp/referral");
    return;
  }
  if (referral->taken_up()) {
    question.findings.add(Code::already_recorded, "Another case took this referral up already.", {},
                          "/auditReferralTakenUp/referral");
  }
}

void apply_to_audit(v1::CaseFile& file, const v1::Entry& entry) {
  lay_on(*file.mutable_programme()->mutable_audit(), entry);
}

}  // namespace

std::vector<Handling> audit_handlings() {
  return {
      {"audit-design-settled", admit_settled, apply_to_audit},
      {"audit-case-selected", admit_selected, apply_selected},
      {"agency-audited-case", admit_audited, apply_to_audit},
      {"audit-event-held", admit_event, nullptr},
      {"audit-learning-logged", admit_logged, apply_logged},
      {"audit-learning-followed", admit_followed, apply_to_audit},
      {"audit-case-referred", admit_referred, apply_to_audit},
      {"audit-referral-taken-up", admit_taken_up, apply_to_audit},
  };
}

}  // namespace review
