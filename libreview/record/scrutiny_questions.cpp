#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/base/closest.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

std::vector<std::string> asked_on(const std::vector<QuestionArea>& areas, Date day) {
  std::vector<std::string> ids;
  for (const auto& area : areas) {
    const auto* version = version_on(area, day);
    if (version == nullptr) continue;
    for (const auto& question : version->questions) ids.push_back(question.id);
  }
  return ids;
}

bool is_attached(const v1::CaseFile& file, const std::string& question, const v1::QuestionsAttached& attached) {
  return std::ranges::any_of(file.questions(), [&](const v1::QuestionFile& one) {
    return one.question() == question && one.review() == attached.review() && one.document() == attached.document();
  });
}

/// In the bank as it was on the day of the entry.
void admit_attached(const Question& question) {
  const auto& attached = question.entry.questions_attached();
  const auto& areas = question.occasion.law.question_areas();
  const auto day = whole_day(question.entry.occurred_on()).value_or(question.occasion.today);
  std::set<std::string> named;
  int place = 0;
  for (const auto& id : attached.questions()) {
    const auto at = fmt::format("/questionsAttached/questions/{}", place++);
    if (find_question(areas, id, day).question == nullptr) {
      question.findings.add(Code::not_a_choice,
                            fmt::format("There is no question {} in the bank.{} /v1/law lists them.", id,
                                        did_you_mean(id, asked_on(areas, day))),
                            {}, at);
    } else if (!named.insert(id).second || is_attached(question.file, id, attached)) {
      question.findings.add(Code::already_recorded, fmt::format("The question {} is attached already.", id), {}, at);
    }
  }
}

void apply_attached(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& attached = entry.questions_attached();
  for (const auto& id : attached.questions()) {
    auto& one = *file.add_questions();
    one.set_question(id);
    one.set_review(attached.review());
    one.set_document(attached.document());
    one.set_attached_on(entry.occurred_on());
    one.set_entry(entry.entry());
  }
}

/// The attached questions that an answer may be meant for.
std::vector<int> meant(const v1::CaseFile& file, const v1::QuestionAnswered& answered) {
  std::vector<int> places;
  for (int i = 0; i < file.questions_size(); ++i) {
    const auto& one = file.questions(i);
    if (one.question() != answered.question()) continue;
    if (answered.review().empty() || answered.review() == one.review()) places.push_back(i);
  }
  return places;
}

/// Every entry leaves a milestone, so those of a record are known by them.
bool has_entry(const v1::CaseFile& file, const std::string& entry) {
  return std::ranges::any_of(file.milestones(), [&](const auto& one) { return one.entry() == entry; });
}

void shown_by_what_there_is(const Question& question, const v1::QuestionAnswered& answered) {
  int place = 0;
  for (const auto& entry : answered.entries()) {
    const int at = place++;
    if (has_entry(question.file, entry)) continue;
    question.findings.add(Code::missing_reference, fmt::format("There is no update {} in this record.", entry), {},
                          fmt::format("/questionAnswered/entries/{}", at));
  }
  // A form that is just opened has no question yet.
  if (answered.not_known() || !answered.has_question()) return;
  if (answered.answer().empty()) {
    question.findings.add(Code::missing_field, "Give the answer, or say that it is not known.", {},
                          "/questionAnswered/answer");
  }
  if (answered.findings().empty() && answered.documents().empty() && answered.entries().empty()) {
    question.findings.add(Code::missing_field,
                          "Say what shows it: a finding, a document or an update of this record. Where nothing does, "
                          "the answer is not known.",
                          {}, "/questionAnswered/findings");
  }
}

void admit_question_answered(const Question& question) {
  const auto& answered = question.entry.question_answered();
  shown_by_what_there_is(question, answered);
  const auto places = meant(question.file, answered);
  if (question.file.questions().empty()) {
    question.findings.add(Code::missing_reference, "There is no question attached to this record. Attach it first.");
    return;
  }
  if (places.empty()) {
    question.findings.add(Code::missing_reference,
                          fmt::format("The question {} is not attached. Attach it first.", answered.question()), {},
                          "/questionAnswered/question");
    return;
  }
  not_before(question, question.entry.occurred_on(), question.file.questions(places.front()).attached_on(),
             "This cannot have been before the question was attached.", "/occurredOn");
}

/// Where it is attached several times and the answer names no review, it answers each.
void apply_question_answered(v1::CaseFile& file, const v1::Entry& entry) {
  for (const int place : meant(file, entry.question_answered())) {
    auto& answer = *file.mutable_questions(place)->add_answers();
    answer.set_on(entry.occurred_on());
    answer.set_entry(entry.entry());
    answer.set_not_known(entry.question_answered().not_known());
  }
}

}  // namespace

std::vector<Handling> question_handlings() {
  return {{"questions-attached", admit_attached, apply_attached},
          {"question-answered", admit_question_answered, apply_question_answered}};
}

}  // namespace review
