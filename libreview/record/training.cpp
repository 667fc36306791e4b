#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/references.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

template <class List>
auto* find_training(List& list, const std::string& training) {
  const auto found = std::ranges::find(list, training, &v1::TrainingFile::training);
  return found == list.end() ? nullptr : &*found;
}

template <class List>
auto* find_evaluation(List& list, const std::string& evaluation) {
  const auto found = std::ranges::find(list, evaluation, &v1::EvaluationQuestionFile::evaluation);
  return found == list.end() ? nullptr : &*found;
}

/// The record that a part is of: this one, or one that goes with the occasion.
const v1::CaseFile* record_of_part(const Question& question, const std::string& of_case) {
  if (of_case.empty()) return &question.file;
  const auto& joined = question.occasion.joined;
  const auto found = std::ranges::find(joined, of_case, &v1::CaseFile::case_);
  return found == joined.end() ? nullptr : &*found;
}

void follows_from_what_there_is(const Question& question) {
  const auto& planned = question.entry.training_planned();
  for (int i = 0; i < planned.about_size(); ++i) {
    const auto& about = planned.about(i);
    const auto at = fmt::format("/trainingPlanned/about/{}", i);
    const std::array<std::pair<const char*, const std::string*>, 3> named = {
        {{"finding", &about.finding()}, {"recommendation", &about.recommendation()}, {"action", &about.action()}}};
    const auto is_named = [](const auto& one) { return !one.second->empty(); };
    if (std::ranges::count_if(named, is_named) != 1) {
      question.findings.add(Code::not_a_choice, "Name one finding, one recommendation or one action in each row.", {},
                            at);
      continue;
    }
    const auto& [sort, name] = *std::ranges::find_if(named, is_named);
    const auto* file = record_of_part(question, about.of_case());
    if (file == nullptr) continue;  // whoever records does not see it, and was told so
    const auto known = names_in(*file, sort);
    if (std::ranges::find(known, *name) != known.end()) continue;
    question.findings.add(Code::missing_reference, fmt::format("There is no {} {} there.", sort, *name), {},
                          fmt::format("{}/{}", at, sort));
  }
}

void admit_planned(const Question& question) { follows_from_what_there_is(question); }

void apply_planned(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& planned = entry.training_planned();
  auto& training = *file.mutable_programme()->add_trainings();
  training.set_training(planned.training());
  training.set_entry(entry.entry());
  training.set_planned_for(planned.planned_for());
  training.mutable_about()->CopyFrom(planned.about());
}

void admit_held(const Question& question) {
  const auto* training =
      find_training(question.file.programme().trainings(), question.entry.training_held().training());
  if (training == nullptr || training->held_on().empty()) return;
  question.findings.add(Code::already_recorded, "That it was held is recorded already. Correct that update instead.",
                        {}, "/trainingHeld/training");
}

void apply_held(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& held = entry.training_held();
  auto& training = the(find_training(*file.mutable_programme()->mutable_trainings(), held.training()));
  training.set_held_on(entry.occurred_on());
  training.mutable_attendance()->CopyFrom(held.attendance());
  mark(file, entry, "training-held", {.subject = held.training()});
}

void apply_question(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& set = entry.training_question_set();
  auto& question = *file.mutable_programme()->add_questions();
  question.set_evaluation(set.evaluation());
  question.set_training(set.training());
  question.set_entry(entry.entry());
  question.set_scale(set.scale());
}

/// The numbers of the scale.
int most_on(v1::TrainingScale scale) { return scale == v1::TRAINING_SCALE_YES_PARTLY_NO ? 3 : 5; }

void answers_fit(const Question& question, const v1::EvaluationQuestionFile& asked) {
  const auto& evaluated = question.entry.training_evaluated();
  long long people = 0;
  std::set<int> told;
  for (int i = 0; i < evaluated.answers_size(); ++i) {
    const auto& one = evaluated.answers(i);
    const auto at = fmt::format("/trainingEvaluated/answers/{}/value", i);
    people += one.people();
    if (one.value() < 1 || one.value() > most_on(asked.scale())) {
      question.findings.add(Code::not_a_choice,
                            fmt::format("The answers to this question go from 1 to {}.", most_on(asked.scale())), {},
                            at);
    }
    if (!told.insert(one.value()).second) {
      question.findings.add(Code::not_a_choice, "This answer is there twice. Add its numbers up in one row.", {}, at);
    }
  }
  if (evaluated.has_asked() && evaluated.asked() < people) {
    question.findings.add(Code::not_a_choice,
                          fmt::format("{} answers are more than the {} asked.", people,
                                      evaluated.asked() == 1 ? std::string("one person who was")
                                                             : fmt::format("{} people who were", evaluated.asked())),
                          {}, "/trainingEvaluated/asked");
  }
}

void admit_evaluated(const Question& question) {
  const auto& evaluated = question.entry.training_evaluated();
  const auto& programme = question.file.programme();
  const auto* asked = find_evaluation(programme.questions(), evaluated.evaluation());
  if (asked == nullptr) return;
  answers_fit(question, *asked);
  const auto before = std::ranges::find(asked->rounds(), evaluated.round(), &v1::EvaluationFile::round);
  if (before != asked->rounds().end()) {
    question.findings.add(Code::already_recorded,
                          "The answers of this round are recorded. Correct that update instead.", {},
                          "/trainingEvaluated/round");
  }
  const auto* training = find_training(programme.trainings(), asked->training());
  if (training == nullptr || evaluated.round() == v1::EVALUATION_ROUND_BEFORE || !evaluated.has_round()) return;
  if (training->held_on().empty()) {
    question.findings.add(Code::not_in_this_stage, "The training has not been held. Record that it was first.", {},
                          "/trainingEvaluated/round");
  }
  not_before(question, question.entry.occurred_on(), training->held_on(),
             "This cannot have been before the training was held.", "/occurredOn");
}

/// Whether every question of the training was asked some months later.
bool is_evaluated_later(const v1::ProgrammeFile& programme, const std::string& training) {
  return std::ranges::all_of(programme.questions(), [&](const v1::EvaluationQuestionFile& one) {
    return one.training() != training || std::ranges::find(one.rounds(), v1::EVALUATION_ROUND_THREE_MONTHS,
                                                           &v1::EvaluationFile::round) != one.rounds().end();
  });
}

void apply_evaluated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& evaluated = entry.training_evaluated();
  auto& question = the(find_evaluation(*file.mutable_programme()->mutable_questions(), evaluated.evaluation()));
  auto& round = *question.add_rounds();
  round.set_round(evaluated.round());
  round.set_entry(entry.entry());
  round.set_on(entry.occurred_on());
  if (evaluated.has_asked()) round.set_asked(evaluated.asked());
  round.mutable_answers()->CopyFrom(evaluated.answers());
  if (evaluated.round() == v1::EVALUATION_ROUND_THREE_MONTHS &&
      is_evaluated_later(file.programme(), question.training())) {
    mark(file, entry, "training-evaluated-later", {.subject = question.training()});
  }
}

}  // namespace

std::vector<Handling> training_handlings() {
  return {
      {"training-planned", admit_planned, apply_planned},
      {"training-held", admit_held, apply_held, true},
      {"training-question-set", nullptr, apply_question},
      {"training-evaluated", admit_evaluated, apply_evaluated},
  };
}

}  // namespace review
