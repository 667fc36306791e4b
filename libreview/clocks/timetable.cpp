#include "libreview/clocks/timetable.hpp"

#include "libreview/calendar/counting.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/record/days.hpp"

namespace review {
namespace {

/// The day a step was done: the newest milestone of its name since the notification.
std::string done_on(const v1::CaseFile& file, const TimetableStep& step, const std::string& notified_on) {
  std::string day;
  for (const auto& milestone : file.milestones()) {
    if (milestone.name() == step.stops && milestone.on() >= notified_on) day = milestone.on();
  }
  return day;
}

std::string moved_to(const v1::CaseFile& file, const std::string& step) {
  std::string day;
  for (const auto& moved : file.moved_steps()) {
    if (moved.step() == step) day = moved.on();
  }
  return day;
}

}  // namespace

v1::Timetable timetable(const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar, Date today) {
  v1::Timetable table;
  table.set_case_(file.case_());
  table.set_as_of(today.iso());
  const auto notified = whole_day(file.notified_on());
  if (!file.notified() || !notified) {
    table.set_why("The timetable begins with the notification to the Panel.");
    return table;
  }
  table.set_notified_on(notified->iso());
  const auto national = reading_of("rapid-review", file, law, calendar, today);
  if (national && national->has_due_on()) table.set_national_due_on(national->due_on());
  const auto counting = law.partnership().timetable_counting;
  for (const auto& planned : law.partnership().timetable) {
    const auto from = count(*notified, planned.day_from, Unit::working_days, counting, calendar);
    const auto to = count(*notified, planned.day_to, Unit::working_days, counting, calendar);
    if (!from || !to) {
      table.set_why((from ? to.error() : from.error()).says);
      break;
    }
    auto& step = *table.add_steps();
    step.set_step(planned.step);
    step.set_title(planned.title);
    step.set_from_on(from->due.iso());
    step.set_due_on(to->due.iso());
    step.set_day(planned.day_to);
    if (const auto moved = whole_day(moved_to(file, planned.step))) {
      step.set_moved(true);
      step.set_due_on(moved->iso());
      if (const auto day = working_days_between(*notified, *moved, calendar)) step.set_day(*day);
    }
    if (const auto done = done_on(file, planned, notified->iso()); !done.empty()) step.set_done_on(done);
    step.set_after_national_date(table.has_national_due_on() && step.due_on() > table.national_due_on());
  }
  return table;
}

}  // namespace review
