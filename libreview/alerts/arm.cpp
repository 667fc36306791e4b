#include "libreview/alerts/arm.hpp"

#include "libreview/alerts/arm_rule.hpp"
#include "libreview/alerts/watched.hpp"

namespace review {

std::vector<Arm> arms(const v1::CaseFile& file, const std::vector<Line>& lines, const RuleBook& law,
                      const std::vector<v1::CaseFile>& joined) {
  std::vector<Arm> all;
  for (const auto& line : lines) {
    const auto& run = line.runs.back();
    if (run.ending != Ending::none || !run.due) continue;
    const auto agency = line.rule->per == "agency" ? line.subject.substr(0, line.subject.find(':')) : std::string();
    all.push_back({line.id, run.started_by, *run.due, agency});
  }
  for (auto& one : watched(file, lines, law, joined)) all.push_back(std::move(one));
  return all;
}

std::string title_of(const Arm& arm, const RuleBook& law) { return rule_of(arm, law).title; }

}  // namespace review
