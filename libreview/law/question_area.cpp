#include "libreview/law/question_area.hpp"

#include <algorithm>

namespace review {

const QuestionVersion* version_on(const QuestionArea& area, Date day) {
  const QuestionVersion* newest = nullptr;
  for (const auto& version : area.versions) {
    if (version.from <= day && (newest == nullptr || newest->from < version.from)) newest = &version;
  }
  return newest;
}

AskedQuestion find_question(const std::vector<QuestionArea>& areas, const std::string& id, Date day) {
  for (const auto& area : areas) {
    const auto* version = version_on(area, day);
    if (version == nullptr) continue;
    const auto found = std::ranges::find(version->questions, id, &ScrutinyQuestion::id);
    if (found != version->questions.end()) return {&area, &*found};
  }
  return {};
}

}  // namespace review
