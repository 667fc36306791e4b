#pragma once

#include "review/v1/assurance_answer.pb.h"
#include "review/v1/programme_file.pb.h"

namespace review {

/// What was answered before, after and at three months, without the words of the question. A round that did not take
/// place says so. Where fewer than `fewest` answered, or it is 0, the numbers stand without shares.
[[nodiscard]] v1::EvaluationQuestion evaluation_figures(const v1::EvaluationQuestionFile& file, int fewest);

/// A course or an event: who came, of whom nobody came, and what they were asked; without its words.
[[nodiscard]] v1::TrainingRow training_row(const v1::TrainingFile& training, const v1::ProgrammeFile& programme,
                                           int fewest);

}  // namespace review
