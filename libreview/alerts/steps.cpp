#include "libreview/alerts/steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "libreview/alerts/arm_rule.hpp"
#include "libreview/calendar/counting.hpp"

namespace review {
namespace {

constexpr std::string_view before = "before-";
constexpr std::string_view again = "again-";

/// What is told of an arm, before its ladder repeats.
struct Plan {
  std::vector<Step> steps;  ///< in order of day
  int again = 0;            ///< every so many working days after the last of them; 0 where nothing is repeated
};

/// So many working days on, or back; nothing where the holidays do not reach so far. Without the working that `count`
/// gives: it is asked of every clock of every case.
std::optional<Date> working_day(Date from, int days, const Calendar& calendar) {
  const int step = days < 0 ? -1 : 1;
  for (Date day = from; calendar.covers(day); day = day.plus_days(step)) {
    if (day != from && calendar.working(day)) days -= step;
    if (days == 0) return day;
  }
  return std::nullopt;
}

/// The first day on which no more than so many working days are left: on a due day that is none, those up to it count.
std::optional<Date> days_before(Date due, int days, const Calendar& calendar) {
  Date last = due;
  while (calendar.covers(last) && !calendar.working(last)) last = last.plus_days(-1);
  return working_day(last, -days, calendar);
}

Plan plan_of(const Arm& arm, const RuleBook& law, const Calendar& calendar) {
  const auto rule = rule_of(arm, law);
  Plan plan;
  const auto add = [&](std::string name, std::optional<Date> on) {
    if (!on) return false;
    plan.steps.push_back({std::move(name), *on});
    return true;
  };
  for (const auto days : rule.warnings) add(fmt::format("{}{}", before, days), days_before(arm.due, days, calendar));
  add("due", arm.due);
  if (rule.once) return plan;
  const auto& ladder = law.partnership().ladder;
  add("overdue", arm.due.plus_days(1));
  if (ladder.chase > 0 && !add("chase", working_day(arm.due, ladder.chase, calendar))) return plan;
  if (ladder.escalate > 0 && !add("escalate", working_day(arm.due, ladder.escalate, calendar))) return plan;
  plan.again = ladder.again;
  return plan;
}

std::optional<Step> step_of(const Plan& plan, const Calendar& calendar, Date today) {
  std::optional<Step> stands;
  for (const auto& step : plan.steps) {
    if (step.on <= today) stands = step;
  }
  if (!stands || plan.again <= 0 || *stands != plan.steps.back()) return stands;
  const auto since = working_days_between(stands->on, today, calendar);
  const int times = since ? *since / plan.again : 0;
  if (times == 0) return stands;
  const auto on = working_day(stands->on, times * plan.again, calendar);
  return on ? Step{fmt::format("{}{}", again, times), *on} : stands;
}

std::optional<Date> next_of(const Plan& plan, const Calendar& calendar, std::optional<Date> after) {
  for (const auto& step : plan.steps) {
    if (!after || step.on > *after) return step.on;
  }
  if (plan.again <= 0) return std::nullopt;
  const auto& last = plan.steps.back();
  const auto since = working_days_between(last.on, *after, calendar);
  if (!since) return std::nullopt;
  return working_day(last.on, (*since / plan.again + 1) * plan.again, calendar);
}

}  // namespace

bool is_escalated(std::string_view step) { return step == "escalate" || step.starts_with(again); }

std::vector<std::string> step_names(const RuleBook& law) {
  std::set<int, std::greater<>> warnings;
  for (const auto& clock : law.clocks()) warnings.insert(clock.warnings.begin(), clock.warnings.end());
  for (const auto& watch : law.alerts().watches) warnings.insert(watch.warnings.begin(), watch.warnings.end());
  std::vector<std::string> names;
  for (const auto days : warnings) names.push_back(fmt::format("{}{}", before, days));
  names.insert(names.end(), {"due", "overdue"});
  const auto& ladder = law.partnership().ladder;
  if (ladder.chase > 0) names.emplace_back("chase");
  if (ladder.escalate > 0) names.emplace_back("escalate");
  if (ladder.again > 0) names.push_back(fmt::format("{}1", again));
  names.emplace_back(moved_step);
  return names;
}

bool is_step(std::string_view name, const RuleBook& law) {
  const auto names = step_names(law);
  if (std::ranges::find(names, name) != names.end()) return true;
  if (law.partnership().ladder.again <= 0 || !name.starts_with(again)) return false;
  const auto times = name.substr(again.size());
  return !times.empty() && times.front() != '0' &&
         std::ranges::all_of(times, [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::optional<Step> step_on(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today) {
  return step_of(plan_of(arm, law, calendar), calendar, today);
}

StepAndNext step_and_next(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today) {
  const auto plan = plan_of(arm, law, calendar);
  return {step_of(plan, calendar, today), next_of(plan, calendar, today)};
}

std::optional<Date> next_step_after(const Arm& arm, const RuleBook& law, const Calendar& calendar,
                                    std::optional<Date> after) {
  return next_of(plan_of(arm, law, calendar), calendar, after);
}

}  // namespace review
