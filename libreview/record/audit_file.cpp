#include "libreview/record/audit_file.hpp"

#include <algorithm>

#include "libreview/record/bodies.hpp"

namespace review {
namespace {

void lay_design(v1::AuditFile& audit, const v1::Entry& entry) {
  const auto& design = entry.audit_design_settled();
  audit.set_design(entry.entry());
  audit.set_template_(design.template_());
  audit.set_template_from(design.template_from());
  audit.set_cases_wanted(design.cases());
  *audit.mutable_standards() = design.standards();
  audit.clear_priorities();
  for (const auto& one : design.priorities()) {
    auto& priority = *audit.add_priorities();
    priority.set_priority(one.id());
    priority.set_cases(one.cases());
  }
  audit.clear_lines();
  for (const auto& one : design.lines()) {
    auto& line = *audit.add_lines();
    line.set_line(one.id());
    *line.mutable_priorities() = one.priorities();
    *line.mutable_standards() = one.standards();
  }
  audit.clear_criteria();
  for (const auto& one : design.criteria()) audit.add_criteria(one.id());
}

void lay_case(v1::AuditFile& audit, const v1::Entry& entry) {
  const auto& selected = entry.audit_case_selected();
  auto& audited = *audit.add_cases();
  audited.set_audit_case(selected.audit_case());
  audited.set_entry(entry.entry());
  audited.set_of_case(selected.of_case());
  audited.set_priority(selected.priority());
  audited.set_due_on(selected.due_on());
  *audited.mutable_criteria() = selected.criteria();
  for (const auto& agency : selected.agencies()) {
    if (asked_as(audited, agency).empty()) audited.add_agencies(agency);
  }
}

void lay_return(v1::AuditFile& audit, const v1::Entry& entry) {
  const auto& said = entry.agency_audited_case();
  const auto* audited = find_audited(audit, said.audit_case());
  const auto agency = audited == nullptr ? std::string_view() : asked_as(*audited, said.agency());
  const std::string name(agency.empty() ? std::string_view(said.agency()) : agency);
  auto& returns = *audit.mutable_returns();
  const auto before = std::ranges::find_if(returns, [&](const v1::AuditReturnFile& one) {
    return one.agency() == name && one.audit_case() == said.audit_case();
  });
  const int replaced = before == returns.end() ? 0 : before->replaced() + 1;
  auto& answered = before == returns.end() ? *returns.Add() : *before;
  answered.Clear();
  answered.set_agency(name);
  answered.set_audit_case(said.audit_case());
  answered.set_entry(entry.entry());
  answered.set_involvement(said.has_involvement() ? said.involvement() : v1::INVOLVEMENT_INVOLVED);
  answered.set_given_by(entry.recorded_by());
  answered.set_given_on(entry.occurred_on());
  answered.set_replaced(replaced);
  for (const auto& one : said.answers()) {
    auto& answer = *answered.add_answers();
    answer.set_standard(one.standard());
    answer.set_result(one.result());
  }
}

v1::LessonFile* lesson_in(v1::AuditFile& audit, std::string_view name) {
  for (auto& one : *audit.mutable_lessons()) {
    if (one.lesson() == name) return &one;
  }
  return nullptr;
}

template <class List>
void went_on(v1::LessonFile& lesson, const List& list) {
  for (const auto& one : list) {
    auto& went = *lesson.add_went();
    went.set_to(one.to());
    went.set_which(one.which());
  }
}

void lay_lesson(v1::AuditFile& audit, const v1::Entry& entry) {
  const auto& logged = entry.audit_learning_logged();
  auto& lesson = *audit.add_lessons();
  lesson.set_lesson(logged.lesson());
  lesson.set_entry(entry.entry());
  *lesson.mutable_standards() = logged.standards();
  went_on(lesson, logged.went());
}

void take_up(v1::AuditReferralFile& referral, const std::string& of_case) {
  referral.set_of_case(of_case);
  referral.set_taken_up(true);
}

}  // namespace

bool is_case_audit(v1::ProgrammeSort sort) {
  return sort == v1::PROGRAMME_SORT_MULTI_AGENCY_AUDIT || sort == v1::PROGRAMME_SORT_SINGLE_AGENCY_AUDIT;
}

void lay_on(v1::AuditFile& audit, const v1::Entry& entry) {
  if (entry.has_audit_design_settled()) lay_design(audit, entry);
  if (entry.has_audit_case_selected()) lay_case(audit, entry);
  if (entry.has_agency_audited_case()) lay_return(audit, entry);
  if (entry.has_audit_learning_logged()) lay_lesson(audit, entry);
  if (entry.has_audit_learning_followed()) {
    auto* lesson = lesson_in(audit, entry.audit_learning_followed().lesson());
    if (lesson != nullptr) went_on(*lesson, entry.audit_learning_followed().went());
  }
  if (entry.has_audit_case_referred()) {
    for (auto& one : *audit.mutable_cases()) {
      if (one.audit_case() == entry.audit_case_referred().audit_case()) one.add_referred(entry.entry());
    }
    auto& referral = *audit.add_referrals();
    referral.set_entry(entry.entry());
    if (entry.audit_case_referred().has_of_case()) take_up(referral, entry.audit_case_referred().of_case());
  }
  if (entry.has_audit_referral_taken_up()) {
    for (auto& one : *audit.mutable_referrals()) {
      if (one.entry() == entry.audit_referral_taken_up().referral())
        take_up(one, entry.audit_referral_taken_up().of_case());
    }
  }
}

const v1::AuditCaseFile* find_audited(const v1::AuditFile& audit, std::string_view audit_case) {
  const auto found = std::ranges::find(audit.cases(), audit_case, &v1::AuditCaseFile::audit_case);
  return found == audit.cases().end() ? nullptr : &*found;
}

const v1::AuditReferralFile* find_audit_referral(const v1::AuditFile& audit, std::string_view entry) {
  const auto found = std::ranges::find(audit.referrals(), entry, &v1::AuditReferralFile::entry);
  return found == audit.referrals().end() ? nullptr : &*found;
}

const v1::AuditReturnFile* find_audit_return(const v1::AuditFile& audit, std::string_view agency,
                                             std::string_view audit_case) {
  const auto found = std::ranges::find_if(audit.returns(), [&](const v1::AuditReturnFile& one) {
    return one.audit_case() == audit_case && is_same_body(one.agency(), agency);
  });
  return found == audit.returns().end() ? nullptr : &*found;
}

const v1::LessonFile* find_lesson(const v1::AuditFile& audit, std::string_view lesson) {
  const auto found = std::ranges::find(audit.lessons(), lesson, &v1::LessonFile::lesson);
  return found == audit.lessons().end() ? nullptr : &*found;
}

std::string_view asked_as(const v1::AuditCaseFile& audited, std::string_view agency) {
  const auto found =
      std::ranges::find_if(audited.agencies(), [&](const std::string& one) { return is_same_body(one, agency); });
  return found == audited.agencies().end() ? std::string_view() : std::string_view(*found);
}

bool is_whole(const v1::AuditFile& audit, const v1::AuditReturnFile& answered) {
  if (answered.involvement() == v1::INVOLVEMENT_NOT_INVOLVED) return true;
  return std::ranges::all_of(audit.standards(), [&](const std::string& standard) {
    return std::ranges::find(answered.answers(), standard, &v1::AuditAnswerFile::standard) != answered.answers().end();
  });
}

}  // namespace review
