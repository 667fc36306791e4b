#include "libreview/clocks/look_again.hpp"

#include <algorithm>

#include "libreview/clocks/runs.hpp"

namespace review {

LookAgainDays look_again_days(const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar) {
  LookAgainDays days;
  for (const auto& line : runs(file, law, calendar)) {
    const bool looks = line.rule->per == "action" &&
                       std::ranges::find(line.rule->starts, "action-completed") != line.rule->starts.end();
    const auto& run = line.runs.back();
    if (!looks || run.ending != Ending::none || !run.due) continue;
    const auto [known, is_new] = days.try_emplace(line.subject, run.due->iso());
    if (!is_new) known->second = std::min(known->second, run.due->iso());
  }
  return days;
}

void put_look_again(v1::Action& action, const LookAgainDays& days) {
  const auto found = days.find(action.action());
  if (found != days.end()) action.set_look_again_by(found->second);
}

}  // namespace review
