#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// A question of scrutiny. Its id is one question for good; its words may be others in a later version.
struct ScrutinyQuestion {
  std::string id;
  std::string text;
};

/// The questions of an area that may be asked from a day on, until a later version.
struct QuestionVersion {
  Date from;
  std::vector<ScrutinyQuestion> questions;
  std::vector<Citation> references;  ///< what they stand on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
};

/// What questions are about: partnership working, organisational culture.
struct QuestionArea {
  std::string id;
  std::string title;
  bool judged = false;                    ///< its questions are what a check of a review's quality judges
  bool local = false;                     ///< the partnership's own
  std::vector<QuestionVersion> versions;  ///< oldest first
};

/// A question and the area that it is in.
struct AskedQuestion {
  const QuestionArea* area = nullptr;  ///< null where there is no such question
  const ScrutinyQuestion* question = nullptr;
};

/// The newest version that was in force on the day, or null.
[[nodiscard]] const QuestionVersion* version_on(const QuestionArea& area, Date day);
/// The question, as it was asked on the day.
[[nodiscard]] AskedQuestion find_question(const std::vector<QuestionArea>& areas, const std::string& id, Date day);

}  // namespace review
