#include "libreview/alerts/arm_rule.hpp"
#include "libreview/alerts/watched.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/each_record.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/views/find_in.hpp"

namespace review {
namespace {

std::vector<Armed> with_first_day(std::vector<Arm> arms, const RuleBook& law, const Calendar& calendar) {
  std::vector<Armed> armed;
  armed.reserve(arms.size());
  for (auto& arm : arms) {
    const auto first = next_step_after(arm, law, calendar);
    armed.push_back({std::move(arm), first});
  }
  return armed;
}

Result<void> keep_arms(const Desk::Parts& parts, const v1::CaseFile& file, const std::vector<Line>& lines,
                       const std::vector<v1::CaseFile>& joined, Because because) {
  return parts.arms.keep(record_of(file.case_()),
                         with_first_day(arms(file, lines, parts.law, joined), parts.law, parts.calendar), because);
}

}  // namespace

Result<void> Desk::put(const v1::CaseFile& file) {
  const auto lines = runs(file, parts_.law, parts_.calendar);
  if (auto kept = parts_.views.put(file, lines); !kept) return kept;
  const auto find = find_once(find_in(parts_.views));
  const auto others = reviewed_with(file, find);
  if (auto armed = keep_arms(parts_, file, lines, others, Because::recorded); !armed) return armed;
  // What holds this case now may hold the others of its reviews, or no longer.
  for (const auto& other : others) {
    const auto kept = keep_arms(parts_, other, runs(other, parts_.law, parts_.calendar), reviewed_with(other, find),
                                Because::recorded);
    if (!kept) return kept;
  }
  return {};
}

Result<void> Desk::arm(const v1::CaseFile& file, const std::vector<Line>& lines, Because because) {
  return keep_arms(parts_, file, lines, reviewed_with(file, find_in(parts_.views)), because);
}

Result<void> Desk::arm_all(Because because) {
  return each_record(parts_.journal, [&](const std::string& record) -> Result<void> {
    const auto file = parts_.views.find(reference_of(record));
    if (!file) return {};
    return arm(*file, runs(*file, parts_.law, parts_.calendar), because);
  });
}

Result<void> Desk::watch_calendar(const Moment& moment) {
  return parts_.arms.keep(
      "calendars/" + parts_.calendar.name(),
      with_first_day(calendar_ends(parts_.calendar, parts_.law, moment.today), parts_.law, parts_.calendar));
}

Result<int> Desk::tell(const Moment& moment, int limit) {
  if (const auto stamped = parts_.arms.stamp(moment.today, moment.now, limit); !stamped) {
    return refuse(stamped.error());
  }
  const auto due = parts_.arms.due(moment.today, limit);
  for (const auto& kept : due) {
    // That the day moved says how it stands as well: the step of the day is not told besides. A watch says no more
    // than the clock that it goes by.
    const bool moved = !kept.moved_from.empty() && !rule_of(kept.arm, parts_.law).watch;
    const auto found = step_and_next(kept.arm, parts_.law, parts_.calendar, moment.today);
    const auto step = moved ? Step{std::string(moved_step), moment.today} : found.step;
    if (step) {
      if (const auto raised = parts_.alerts.raise(kept, *step, moment.today, moment.now); !raised) {
        return refuse(raised.error());
      }
    }
    if (const auto put = parts_.arms.put_next(kept, found.next); !put) return refuse(put.error());
  }
  return static_cast<int>(due.size());
}

}  // namespace review
