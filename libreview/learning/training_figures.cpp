#include "libreview/learning/training_figures.hpp"

#include <algorithm>
#include <array>

#include "libreview/learning/percent_of.hpp"
#include "libreview/record/bodies.hpp"

namespace review {
namespace {

constexpr std::array<v1::EvaluationRound, 3> rounds = {v1::EVALUATION_ROUND_BEFORE, v1::EVALUATION_ROUND_AFTER,
                                                       v1::EVALUATION_ROUND_THREE_MONTHS};

int most_on(v1::TrainingScale scale) { return scale == v1::TRAINING_SCALE_YES_PARTLY_NO ? 3 : 5; }

int people_who_said(const v1::EvaluationFile& round, int value) {
  const auto found = std::ranges::find(round.answers(), value, &v1::EvaluationAnswer::value);
  return found == round.answers().end() ? 0 : found->people();
}

void put_answers(v1::EvaluationRoundFigures& out, const v1::EvaluationFile& round, v1::TrainingScale scale,
                 int fewest) {
  int answered = 0;
  for (const auto& one : round.answers()) answered += one.people();
  const bool enough = fewest > 0 && answered >= fewest;
  out.set_answered(answered);
  out.set_few(!enough);
  for (int value = 1; value <= most_on(scale); ++value) {
    auto& figure = *out.add_answers();
    figure.set_value(value);
    figure.set_people(people_who_said(round, value));
    if (enough) figure.set_percent(percent_of(figure.people(), answered).value());
  }
}

}  // namespace

v1::EvaluationQuestion evaluation_figures(const v1::EvaluationQuestionFile& file, int fewest) {
  v1::EvaluationQuestion out;
  out.set_evaluation(file.evaluation());
  out.set_scale(file.scale());
  for (const auto round : rounds) {
    auto& figures = *out.add_rounds();
    figures.set_round(round);
    const auto held = std::ranges::find(file.rounds(), round, &v1::EvaluationFile::round);
    figures.set_held(held != file.rounds().end());
    if (!figures.held()) continue;
    figures.set_on(held->on());
    if (held->has_asked()) figures.set_asked(held->asked());
    put_answers(figures, *held, file.scale(), fewest);
  }
  return out;
}

v1::TrainingRow training_row(const v1::TrainingFile& training, const v1::ProgrammeFile& programme, int fewest) {
  v1::TrainingRow row;
  row.set_training(training.training());
  if (!training.planned_for().empty()) row.set_planned_for(training.planned_for());
  row.mutable_about()->CopyFrom(training.about());
  if (!training.held_on().empty()) {
    row.set_held_on(training.held_on());
    row.mutable_attendance()->CopyFrom(training.attendance());
    int people = 0;
    for (const auto& one : training.attendance()) people += one.people();
    row.set_people(people);
    for (const auto& agency : programme.agencies()) {
      const bool came = std::ranges::any_of(training.attendance(), [&](const v1::EventAttendance& one) {
        return one.people() > 0 && is_same_body(one.agency(), agency);
      });
      if (!came) row.add_absent(agency);
    }
  }
  for (const auto& question : programme.questions()) {
    if (question.training() == training.training()) *row.add_questions() = evaluation_figures(question, fewest);
  }
  return row;
}

}  // namespace review
