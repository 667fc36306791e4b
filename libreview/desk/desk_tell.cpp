#include "libreview/alerts/watched.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/stored.hpp"

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

}  // namespace

Result<void> Desk::put(const v1::CaseFile& file, Because because) {
  const auto lines = runs(file, parts_.law, parts_.calendar);
  if (auto kept = parts_.views.put(file, lines); !kept) return kept;
  return parts_.arms.keep(record_name(file.case_()),
                          with_first_day(arms(file, lines, parts_.law), parts_.law, parts_.calendar), because);
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
    const auto name = std::string_view(kept.arm.clock).substr(0, kept.arm.clock.find(':'));
    const bool moved = !kept.moved_from.empty() && parts_.law.clock(name) != nullptr;
    const auto step = moved ? Step{std::string(moved_step), moment.today}
                            : step_on(kept.arm, parts_.law, parts_.calendar, moment.today);
    if (step) {
      if (const auto raised = parts_.alerts.raise(kept, *step, moment.today, moment.now); !raised) {
        return refuse(raised.error());
      }
    }
    const auto next = next_step_after(kept.arm, parts_.law, parts_.calendar, moment.today);
    if (const auto put = parts_.arms.put_next(kept, next); !put) return refuse(put.error());
  }
  return static_cast<int>(due.size());
}

}  // namespace review
