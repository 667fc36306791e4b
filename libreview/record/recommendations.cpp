#include <fmt/format.h>

#include "libreview/record/bodies.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// One clock for each body that a recommendation is made to.
std::string subject_of(const std::string& recommendation, const std::string& body) {
  return fmt::format("{}:{}", recommendation, spellings_of_body(body).reference);
}

void admit_made(const Question& question) {
  const auto& made = question.entry.recommendation_made();
  if (made.kind() != v1::RECOMMENDATION_KIND_NATIONAL || !made.to().empty()) return;
  question.findings.add(Code::missing_field, "Say which national body the recommendation is made to.", {},
                        "/recommendationMade/to");
}

void apply_made(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& made = entry.recommendation_made();
  auto& one = *file.add_recommendations();
  one.set_recommendation(made.recommendation());
  one.set_kind(made.kind());
  one.mutable_to()->CopyFrom(made.to());
  one.set_made_on(entry.occurred_on());
  one.set_entry(entry.entry());
  one.mutable_findings()->CopyFrom(made.findings());
  one.mutable_themes()->CopyFrom(made.themes());
  one.set_review(made.review());
  for (const auto& body : made.to()) {
    if (made.kind() != v1::RECOMMENDATION_KIND_NATIONAL && !is_national_body(body)) continue;
    mark(file, entry, "recommendation-awaited", {.subject = subject_of(made.recommendation(), body)});
  }
}

std::string answered_on(const v1::Entry& entry) {
  const auto& on = entry.recommendation_answered().on();
  return on.empty() ? entry.occurred_on() : on;
}

void admit_answered(const Question& question) {
  const auto& answered = question.entry.recommendation_answered();
  if (answered.answer() == v1::RECOMMENDATION_ANSWER_REJECTED && answered.reasons().empty()) {
    question.findings.add(Code::reasons_required, "Say why the recommendation is rejected.", {},
                          "/recommendationAnswered/reasons");
  }
  if (answered.answer() == v1::RECOMMENDATION_ANSWER_MODIFIED && answered.modified().empty()) {
    question.findings.add(Code::missing_field, "Say what the recommendation says now.", {},
                          "/recommendationAnswered/modified");
  }
  const auto* made = find_recommendation(question.file, answered.recommendation());
  if (made == nullptr) return;
  not_before(question, answered_on(question.entry), made->made_on(),
             "A recommendation cannot be answered before it is made.",
             answered.has_on() ? "/recommendationAnswered/on" : "/occurredOn");
}

void apply_answered(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& answered = entry.recommendation_answered();
  auto& made = the(find_recommendation(file, answered.recommendation()));
  auto& answer = *made.add_answers();
  answer.set_by(answered.by());
  answer.set_answer(answered.answer());
  answer.set_on(answered_on(entry));
  answer.set_entry(entry.entry());
  if (!names_body(made.to(), answered.by())) return;
  mark(file, entry, "recommendation-settled",
       {.on = answer.on(), .subject = subject_of(answered.recommendation(), answered.by())});
}

}  // namespace

std::vector<Handling> recommendation_handlings() {
  return {
      {"recommendation-made", admit_made, apply_made},
      {"recommendation-answered", admit_answered, apply_answered},
  };
}

}  // namespace review
