#include "libreview/law/read_questions.hpp"

namespace review {
namespace {

QuestionVersion read_question_version(LawTable table) {
  constexpr std::string_view parts = ": ";
  QuestionVersion version{.from = table.date("from"),
                          .questions = {},
                          .references = table.citations("cites"),
                          .cites = {},
                          .grade = table.text("grade"),
                          .note = table.text_or_empty("note")};
  for (const auto& one : table.texts("questions")) {
    const auto colon = one.find(parts);
    if (colon == std::string::npos) {
      table.refuse_at("questions", one + " has no colon");
      continue;
    }
    version.questions.push_back({one.substr(0, colon), one.substr(colon + parts.size())});
  }
  if (version.questions.empty()) table.refuse_at("questions", "there is no question");
  table.no_other_keys();
  return version;
}

QuestionArea read_area(LawTable table) {
  QuestionArea area{.id = table.text("id"),
                    .title = table.text("title"),
                    .judged = table.flag("judged"),
                    .local = false,
                    .versions = {}};
  for (LawTable& version : table.tables("version")) area.versions.push_back(read_question_version(version));
  table.no_other_keys();
  return area;
}

}  // namespace

std::vector<QuestionArea> read_question_areas(LawTable& root) {
  std::vector<QuestionArea> areas;
  for (LawTable& table : root.tables("question-area")) areas.push_back(read_area(table));
  return areas;
}

std::vector<QuestionArea> read_questions(LawTable root) {
  auto areas = read_question_areas(root);
  root.no_other_keys();
  return areas;
}

}  // namespace review
