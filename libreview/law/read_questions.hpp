#pragma once

#include <vector>

#include "libreview/law/law_table.hpp"
#include "libreview/law/question_area.hpp"

namespace review {

/// The areas of questions under the key `question-area`.
[[nodiscard]] std::vector<QuestionArea> read_question_areas(LawTable& root);
/// `scrutiny-questions.toml`, which holds nothing else.
[[nodiscard]] std::vector<QuestionArea> read_questions(LawTable root);

}  // namespace review
