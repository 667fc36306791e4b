#include "libreview/alerts/arm.hpp"

#include "libreview/alerts/watched.hpp"

namespace review {

std::vector<Arm> arms(const v1::CaseFile& file, const std::vector<Line>& lines, const RuleBook& law) {
  std::vector<Arm> all;
  for (const auto& line : lines) {
    const auto& run = line.runs.back();
    if (run.ending != Ending::none || !run.due) continue;
    const auto agency = line.rule->per == "agency" ? line.subject.substr(0, line.subject.find(':')) : std::string();
    all.push_back({line.id, run.started_by, *run.due, agency});
  }
  for (auto& one : watched(file, lines, law)) all.push_back(std::move(one));
  return all;
}

std::string title_of(const Arm& arm, const RuleBook& law) {
  const auto name = std::string_view(arm.clock).substr(0, arm.clock.find(':'));
  if (const auto* rule = law.clock(name)) return rule->title;
  const auto* watch = law.watch(name);
  return watch == nullptr ? std::string() : watch->title;
}

}  // namespace review
