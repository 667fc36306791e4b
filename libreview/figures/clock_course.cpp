#include "libreview/figures/clock_course.hpp"

namespace review {

std::vector<ClockCourse> courses_of(const v1::Clock& clock) {
  std::vector<ClockCourse> all;
  for (const auto& run : clock.runs())
    all.push_back({run.state(), run.started_on(), run.due_on(), run.stopped_on(), run.started_by()});
  all.push_back({clock.state(), clock.started_on(), clock.due_on(), clock.stopped_on(), clock.started_by()});
  return all;
}

std::string_view timeliness_row(const ClockCourse& course, const FigureQuestion& asked) {
  const Date end = asked.end();
  const bool stopped = !course.stopped_on.empty();
  if (course.state == v1::CLOCK_STATE_CANCELLED || (!course.started_on.empty() && !is_by(course.started_on, end)))
    return {};
  if (stopped && asked.period.has(course.stopped_on) && is_by(course.stopped_on, end)) {
    if (course.state == v1::CLOCK_STATE_MET) return "in-time";
    if (course.state == v1::CLOCK_STATE_MET_LATE) return "late";
    return "not-computed";
  }
  if (stopped && course.stopped_on < asked.period.from.iso()) return {};
  if (course.due_on.empty()) return "not-computed";
  return course.due_on < end.iso() ? "overdue" : "not-due";
}

}  // namespace review
