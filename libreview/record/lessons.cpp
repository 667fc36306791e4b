#include "libreview/record/lessons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "libreview/record/audit_file.hpp"
#include "libreview/record/references.hpp"

namespace review {
namespace {

/// What a destination names in the record; empty where it names nothing.
std::string sort_named(v1::LearningDestination to) {
  switch (to) {
    case v1::LEARNING_DESTINATION_FINDING:
      return "finding";
    case v1::LEARNING_DESTINATION_ACTION:
      return "action";
    case v1::LEARNING_DESTINATION_RECOMMENDATION:
      return "recommendation";
    case v1::LEARNING_DESTINATION_REFERRAL:
      return "audit-case";
    default:
      return {};
  }
}

bool was_referred(const v1::AuditFile& audit, const std::string& name) {
  const auto* audited = find_audited(audit, name);
  return audited != nullptr && !audited->referred().empty();
}

template <class List>
void check_went(const Question& question, const List& list, const std::string& at) {
  for (int i = 0; i < list.size(); ++i) {
    const auto& went = list[i];
    const auto sort = sort_named(went.to());
    if (sort.empty()) continue;
    const auto here = fmt::format("{}/went/{}/which", at, i);
    const auto known = names_in(question.file, sort);
    if (!went.has_which()) {
      question.findings.add(Code::missing_reference, fmt::format("Say which {} it went into.", sort), {}, here);
    } else if (std::ranges::find(known, went.which()) == known.end()) {
      question.findings.add(Code::missing_reference,
                            fmt::format("There is no {} {} in this audit.", sort, went.which()), {}, here);
    } else if (sort == "audit-case" && !was_referred(question.file.programme().audit(), went.which())) {
      question.findings.add(Code::missing_reference, fmt::format("{} was not referred onward yet.", went.which()), {},
                            here);
    }
  }
}

}  // namespace

void admit_lesson(const Question& question) {
  const auto& logged = question.entry.audit_learning_logged();
  const auto& standards = question.file.programme().audit().standards();
  for (int i = 0; i < logged.standards_size(); ++i) {
    if (std::ranges::find(standards, logged.standards(i)) != standards.end()) continue;
    question.findings.add(Code::missing_reference, fmt::format("The audit has no standard {}.", logged.standards(i)),
                          {}, fmt::format("/auditLearningLogged/standards/{}", i));
  }
  check_went(question, logged.went(), "/auditLearningLogged");
}

void admit_lesson_followed(const Question& question) {
  const auto& followed = question.entry.audit_learning_followed();
  if (find_lesson(question.file.programme().audit(), followed.lesson()) == nullptr) {
    question.findings.add(Code::missing_reference, fmt::format("There is no lesson {} in the log.", followed.lesson()),
                          {}, "/auditLearningFollowed/lesson");
    return;
  }
  check_went(question, followed.went(), "/auditLearningFollowed");
}

}  // namespace review
