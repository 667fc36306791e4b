#include "libreview/learning/monitoring.hpp"

#include <algorithm>
#include <array>

#include "libreview/calendar/counting.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/slips.hpp"

namespace review {
namespace {

constexpr std::array<std::string_view, 9> names{"OVERDUE",   "RED",        "NOT_UPDATED", "SLIPPED",     "NOT_KNOWN",
                                                "ESCALATED", "UNANSWERED", "NOT_CHANGED", "LOOK_OVERDUE"};

bool is_in(const std::string& day, const RoundDays& days) { return days.from.iso() <= day && day <= days.to.iso(); }

/// Where among the rechecks the look of the last day in the round stands; -1 where nobody looked again in it.
int looked_again(const v1::Action& action, const RoundDays& days) {
  int newest = -1;
  for (int i = 0; i < action.rechecks_size(); ++i) {
    const auto& on = action.rechecks(i).on();
    if (is_in(on, days) && (newest < 0 || action.rechecks(newest).on() <= on)) newest = i;
  }
  return newest;
}

/// Agreed by the end of the round, and not complete before it began. What was completed after its last day, and by the
/// day as at which it is looked at, was open in it: what happened in the round is told in no other one. Whether what
/// was completed before made a difference is a matter of the rounds in which somebody looks again, or is to.
bool belongs(const v1::Action& action, const RoundDays& days) {
  const auto end = std::min(days.as_at, days.to).iso();
  if (action.agreed_on() > end) return false;
  if (!action.complete() || action.complete_since() >= days.from.iso()) return true;
  return looked_again(action, days) >= 0 || (action.has_look_again_by() && action.look_again_by() <= end);
}

int slipped(const v1::Action& action, const RoundDays& days) {
  return static_cast<int>(std::ranges::count_if(action.slips(), [&](const v1::Slip& slip) {
    return is_in(slip.said_on(), days) && is_said_later(slip.from(), slip.to());
  }));
}

bool is_escalated(const v1::Action& action, const RoundDays& days) {
  return std::ranges::any_of(action.escalations(), [&](const v1::Escalation& one) { return is_in(one.on(), days); });
}

bool is_unanswered(const v1::Action& action) {
  return std::ranges::any_of(action.escalations(), [](const v1::Escalation& one) { return !one.has_answered_on(); });
}

std::vector<RoundException> exceptions_of(const WatchedAction& watched, int slips, const RoundDays& days) {
  const auto& action = *watched.action;
  std::vector<RoundException> all;
  const bool open = !action.complete();
  const auto since = heard_since(watched.says_every, days).iso();
  const bool silent = action.agreed_on() < since && action.updated_on() < since;
  const int looked = looked_again(action, days);
  if (open && action.due_on() < days.as_at.iso()) all.push_back(RoundException::overdue);
  if (open && action.progress() == v1::PROGRESS_RED) all.push_back(RoundException::red);
  if (open && silent) all.push_back(RoundException::not_updated);
  if (slips > 0) all.push_back(RoundException::slipped);
  if (action.reached() == v1::REACHED_NOT_KNOWN) all.push_back(RoundException::not_known);
  if (is_escalated(action, days)) all.push_back(RoundException::escalated);
  if (open && is_unanswered(action)) all.push_back(RoundException::unanswered);
  if (looked >= 0 && action.rechecks(looked).finding() == v1::RECHECK_FINDING_NOT_CHANGED)
    all.push_back(RoundException::not_changed);
  if (action.has_look_again_by() && action.look_again_by() < days.as_at.iso())
    all.push_back(RoundException::look_overdue);
  return all;
}

void count(RoundCounts& counts, const v1::Action& action, const RoundRow& row, const RoundDays& days) {
  const auto add = [](int& number, bool one) { number += one ? 1 : 0; };
  const auto has = [&](RoundException one) { return std::ranges::find(row.exceptions, one) != row.exceptions.end(); };
  const bool open = !action.complete();
  ++counts.all;
  add(counts.completed, !open && is_in(action.complete_since(), days));
  add(counts.completed_since, !open && action.complete_since() > days.to.iso());
  add(counts.completed_before, !open && action.complete_since() < days.from.iso());
  add(counts.green, open && action.progress() == v1::PROGRESS_GREEN);
  add(counts.amber, open && action.progress() == v1::PROGRESS_AMBER);
  add(counts.red, has(RoundException::red));
  add(counts.unsaid, open && action.progress() == v1::PROGRESS_UNSPECIFIED);
  add(counts.overdue, has(RoundException::overdue));
  add(counts.not_updated, has(RoundException::not_updated));
  add(counts.slipped, has(RoundException::slipped));
  add(counts.changed, action.reached() == v1::REACHED_CHANGED);
  add(counts.not_known, has(RoundException::not_known));
  add(counts.escalated, has(RoundException::escalated));
  add(counts.unanswered, has(RoundException::unanswered));
  add(counts.not_changed, has(RoundException::not_changed));
  add(counts.look_overdue, has(RoundException::look_overdue));
}

RoundOwner& owner_in(std::vector<RoundOwner>& owners, const std::string& name) {
  const auto found = std::ranges::find_if(owners, [&](const RoundOwner& one) { return is_same_body(one.owner, name); });
  if (found != owners.end()) return *found;
  return owners.emplace_back(RoundOwner{name, {}});
}

}  // namespace

std::string_view round_exception_name(RoundException exception) { return names[static_cast<std::size_t>(exception)]; }

Date heard_since(int says_every, const RoundDays& days) {
  if (says_every <= 0) return days.from;
  const auto by_round = months_after(days.to.plus_days(1), -says_every);
  if (by_round <= days.from) return by_round;
  return std::max(days.from, months_after(std::min(days.as_at, days.to).plus_days(1), -says_every));
}

MonitoringRound monitoring_round(const std::vector<WatchedAction>& actions, const RoundDays& days) {
  MonitoringRound round;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto& action = *actions[i].action;
    if (!belongs(action, days)) continue;
    const int slips = slipped(action, days);
    const auto& row = round.rows.emplace_back(
        RoundRow{i, slips, exceptions_of(actions[i], slips, days), looked_again(action, days)});
    count(round.counts, action, row, days);
    count(owner_in(round.owners, action.owner()).counts, action, row, days);
  }
  std::ranges::sort(round.owners, {}, &RoundOwner::owner);
  return round;
}

}  // namespace review
