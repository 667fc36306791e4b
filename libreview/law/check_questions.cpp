#include "libreview/law/check_questions.hpp"

#include <fmt/format.h>

#include <map>

#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// Of each question, the area that it is in.
using AreaOf = std::map<std::string, std::string>;

void check_version(const std::string& where, const QuestionArea& area, const QuestionVersion& version, AreaOf& area_of,
                   LawFaults& faults) {
  const auto place = fmt::format("{}, version of {}", where, version.from.iso());
  faults.check_references(place, version.references);
  faults.check_grade(place, version.grade);
  Names seen;
  for (const auto& question : version.questions) {
    if (!is_reference(question.id)) faults.add(place, question.id + " is no name of a question");
    if (!seen.insert(question.id).second) faults.add(place, question.id + " is there twice");
    const auto [at, is_new] = area_of.try_emplace(question.id, area.id);
    if (!is_new && at->second != area.id) faults.add(place, fmt::format("{} is in {} too", question.id, at->second));
  }
}

}  // namespace

void check_questions(const RuleBook& book, LawFaults& faults) {
  Names areas;
  AreaOf area_of;
  for (const auto& area : book.question_areas()) {
    const auto where = "area of questions " + area.id;
    if (!areas.insert(area.id).second) faults.add(where, "is there twice");
    if (!is_reference(area.id)) faults.add(where, "is no name of an area");
    if (area.versions.empty()) faults.add(where, "has no version");
    const QuestionVersion* before = nullptr;
    for (const auto& version : area.versions) {
      check_version(where, area, version, area_of, faults);
      if (before != nullptr && version.from <= before->from) faults.add(where, "has versions out of order");
      before = &version;
    }
  }
}

}  // namespace review
