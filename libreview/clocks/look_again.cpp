#include "libreview/clocks/look_again.hpp"

#include <algorithm>

#include "libreview/clocks/runs.hpp"

namespace review {
namespace {

bool begins_with_completion(const ClockRule& rule) {
  return rule.per == "action" && std::ranges::find(rule.starts, "action-completed") != rule.starts.end();
}

}  // namespace

LookAgainDays look_again_days(const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar) {
  LookAgainDays days;
  for (const auto& rule : law.clocks()) {
    if (!begins_with_completion(rule)) continue;
    for (const auto& line : runs_of(rule, file, law, calendar)) {
      const auto& run = line.runs.back();
      if (run.ending != Ending::none || !run.due) continue;
      const auto [known, is_new] = days.try_emplace(line.subject, run.due->iso());
      if (!is_new) known->second = std::min(known->second, run.due->iso());
    }
  }
  return days;
}

void put_look_again(v1::Action& action, const LookAgainDays& days) {
  const auto found = days.find(action.action());
  if (found != days.end()) action.set_look_again_by(found->second);
}

}  // namespace review
