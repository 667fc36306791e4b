#include "libreview/learning/read_plan.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "libreview/record/case_file.hpp"
#include "libreview/record/slips.hpp"

namespace review {
namespace {

bool is_known(v1::ObjectiveStatus status) {
  return status != v1::OBJECTIVE_STATUS_UNSPECIFIED && status != v1::OBJECTIVE_STATUS_NOT_KNOWN;
}

/// How it stood at the end of the day; unspecified where nobody had said.
v1::ObjectiveStatus status_on(const v1::ObjectiveFile& objective, const std::string& day) {
  auto status = v1::OBJECTIVE_STATUS_UNSPECIFIED;
  for (const auto& said : objective.statuses()) {
    if (said.on() <= day) status = said.status();
  }
  return status;
}

/// The choices stand in the order of the ladder, from red to complete.
v1::ObjectiveMove move_between(v1::ObjectiveStatus before, v1::ObjectiveStatus now) {
  if (before == now || (!is_known(before) && !is_known(now))) return v1::OBJECTIVE_MOVE_UNSPECIFIED;
  if (!is_known(before)) return v1::OBJECTIVE_MOVE_NOW_KNOWN;
  if (!is_known(now)) return v1::OBJECTIVE_MOVE_NO_LONGER_KNOWN;
  return now > before ? v1::OBJECTIVE_MOVE_BETTER : v1::OBJECTIVE_MOVE_WORSE;
}

const v1::PlanRoundFile* round_before(const v1::PlanFile& plan, const std::string& day) {
  const v1::PlanRoundFile* last = nullptr;
  for (const auto& round : plan.rounds()) {
    if (round.on() < day) last = &round;
  }
  return last;
}

void put_history(v1::PlanObjective& out, const v1::ObjectiveFile& from) {
  for (const auto& said : from.statuses()) {
    auto& one = *out.add_history();
    one.set_status(said.status());
    one.set_on(said.on());
    one.set_entry(said.entry());
  }
  if (from.statuses().empty()) return;
  const auto& newest = *from.statuses().rbegin();
  out.set_status(newest.status());
  out.set_status_on(newest.on());
  out.set_status_entry(newest.entry());
}

/// An objective that was set after the round has nothing to be compared with.
void compare(v1::PlanObjective& out, const v1::ObjectiveFile& from, const v1::PlanRoundFile* last) {
  if (last == nullptr) return;
  const bool complete = out.status() == v1::OBJECTIVE_STATUS_COMPLETE;
  out.set_out_of_date(!complete && out.status_on() < last->on() && from.set_on() <= last->on());
  if (from.set_on() > last->on()) return;
  const auto before = status_on(from, last->on());
  if (before != v1::OBJECTIVE_STATUS_UNSPECIFIED) out.set_before(before);
  const auto moved = move_between(before, out.status());
  if (moved != v1::OBJECTIVE_MOVE_UNSPECIFIED) out.set_moved(moved);
}

void put_actions(v1::PlanObjective& out, const v1::ObjectiveFile& from, const v1::CaseFile& file) {
  int complete = 0;
  for (const auto& name : from.actions()) {
    const auto* action = find_action(file, name);
    if (action == nullptr) continue;
    auto& one = *out.add_actions();
    one.set_action(name);
    one.set_owner(action->owner());
    one.set_due_on(action->due_on());
    if (action->progress() != v1::PROGRESS_UNSPECIFIED) one.set_progress(action->progress());
    one.set_complete(action->complete());
    one.set_entry(action->entry());
    if (action->complete()) ++complete;
  }
  out.set_actions_complete(complete);
}

v1::PlanObjective read_objective(const v1::CaseFile& file, const v1::ObjectiveFile& from, const v1::PlanRoundFile* last,
                                 const std::string& day) {
  v1::PlanObjective out;
  out.set_objective(from.objective());
  out.set_plan_theme(from.plan_theme());
  out.mutable_aligned_to()->CopyFrom(from.aligned_to());
  out.set_owner(from.owner());
  out.set_due_on(from.due_on());
  out.set_set_on(from.set_on());
  out.set_entry(from.entry());
  put_history(out, from);
  out.set_late(out.status() != v1::OBJECTIVE_STATUS_COMPLETE && from.due_on() < day);
  out.set_out_of_date(false);
  compare(out, from, last);
  out.set_times_moved(count_slips(from.slips(), from.due_on()).times);
  put_actions(out, from, file);
  return out;
}

v1::PlanCounts count(const std::vector<v1::PlanObjective>& objectives, const std::string& plan_theme) {
  const auto number = [&](auto holds) {
    return static_cast<int>(std::ranges::count_if(objectives, [&](const v1::PlanObjective& one) {
      return (plan_theme.empty() || one.plan_theme() == plan_theme) && holds(one);
    }));
  };
  const auto that_are = [&](v1::ObjectiveStatus status) {
    return number([status](const v1::PlanObjective& one) { return one.status() == status; });
  };
  v1::PlanCounts counts;
  counts.set_all(number([](const v1::PlanObjective&) { return true; }));
  counts.set_red(that_are(v1::OBJECTIVE_STATUS_RED));
  counts.set_amber(that_are(v1::OBJECTIVE_STATUS_AMBER));
  counts.set_green(that_are(v1::OBJECTIVE_STATUS_GREEN));
  counts.set_complete(that_are(v1::OBJECTIVE_STATUS_COMPLETE));
  counts.set_not_known(that_are(v1::OBJECTIVE_STATUS_NOT_KNOWN));
  counts.set_unsaid(number([](const v1::PlanObjective& one) { return !one.has_status(); }));
  counts.set_late(number([](const v1::PlanObjective& one) { return one.late(); }));
  counts.set_out_of_date(number([](const v1::PlanObjective& one) { return one.out_of_date(); }));
  counts.set_moved(number([](const v1::PlanObjective& one) { return one.has_moved(); }));
  return counts;
}

v1::PlanRisk read_risk(const v1::PlanRiskFile& from) {
  v1::PlanRisk out;
  out.set_risk(from.risk());
  out.set_likelihood(from.likelihood());
  out.set_impact(from.impact());
  out.set_owner(from.owner());
  out.mutable_objectives()->CopyFrom(from.objectives());
  out.set_open(from.closed_on().empty());
  out.set_raised_on(from.raised_on());
  out.set_entry(from.entry());
  if (!from.updated_on().empty()) out.set_updated_on(from.updated_on());
  out.mutable_update_entries()->CopyFrom(from.update_entries());
  if (!from.closed_on().empty()) out.set_closed_on(from.closed_on());
  return out;
}

/// Open before closed, and then by how likely and how grave: the board reads from the top.
bool comes_before(const v1::PlanRisk& one, const v1::PlanRisk& other) {
  if (one.open() != other.open()) return one.open();
  return one.likelihood() * one.impact() > other.likelihood() * other.impact();
}

}  // namespace

v1::ImprovementPlan read_plan(const v1::CaseFile& file, Date day) {
  const auto& plan = file.programme().plan();
  const auto today = day.iso();
  const auto* last = round_before(plan, today);
  std::vector<v1::PlanObjective> objectives;
  for (const auto& theme : plan.themes()) {
    for (const auto& one : plan.objectives()) {
      if (one.plan_theme() == theme.plan_theme()) objectives.push_back(read_objective(file, one, last, today));
    }
  }
  v1::ImprovementPlan out;
  out.set_as_of(today);
  if (last != nullptr) {
    out.set_last_round_on(last->on());
    out.set_last_round_by(last->by());
  }
  for (const auto& round : plan.rounds()) {
    if (round.on() == today) out.set_round_today_by(round.by());
  }
  *out.mutable_counts() = count(objectives, "");
  for (const auto& theme : plan.themes()) {
    auto& one = *out.add_themes();
    one.set_plan_theme(theme.plan_theme());
    one.set_entry(theme.entry());
    *one.mutable_counts() = count(objectives, theme.plan_theme());
  }
  for (auto& one : objectives) *out.add_objectives() = std::move(one);
  std::vector<v1::PlanRisk> risks;
  for (const auto& one : plan.risks()) risks.push_back(read_risk(one));
  std::ranges::stable_sort(risks, comes_before);
  for (auto& one : risks) *out.add_risks() = std::move(one);
  return out;
}

}  // namespace review
