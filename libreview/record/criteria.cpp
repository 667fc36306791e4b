#include "libreview/record/criteria.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace review {

void criteria_answered(const Question& question, std::string_view decision,
                       const google::protobuf::RepeatedPtrField<v1::CriterionAnswer>& answers,
                       const std::string& pointer) {
  const auto& law = question.occasion.law;
  for (int i = 0; i < answers.size(); ++i) {
    const bool known = std::any_of(law.criteria().begin(), law.criteria().end(), [&](const Criterion& criterion) {
      return criterion.id == answers[i].criterion() && criterion.decision == decision;
    });
    if (!known) {
      question.findings.add(Code::missing_reference,
                            fmt::format("The law has no criterion {} for this decision.", answers[i].criterion()), {},
                            fmt::format("{}/{}/criterion", pointer, i));
    }
  }
  for (const auto& criterion : law.criteria()) {
    if (criterion.decision != decision) continue;
    const bool answered = std::any_of(answers.begin(), answers.end(), [&](const v1::CriterionAnswer& answer) {
      return answer.criterion() == criterion.id;
    });
    if (!answered) {
      question.findings.add(Code::criteria_incomplete,
                            fmt::format("Answer the criterion {}: {}", criterion.id, criterion.question),
                            criterion.cites, pointer);
    }
  }
}

}  // namespace review
