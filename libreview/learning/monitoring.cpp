#include "libreview/learning/monitoring.hpp"

#include <algorithm>
#include <array>

#include "libreview/record/bodies.hpp"
#include "libreview/record/slips.hpp"

namespace review {
namespace {

constexpr std::array<std::string_view, 7> names{"OVERDUE",   "RED",       "NOT_UPDATED", "SLIPPED",
                                                "NOT_KNOWN", "ESCALATED", "UNANSWERED"};

bool is_in(const std::string& day, const RoundDays& days) { return days.from.iso() <= day && day <= days.to.iso(); }

/// Agreed by the end of the round, and not complete before it began. What was completed after its last day, and by the
/// day as at which it is looked at, was open in it: what happened in the round is told in no other one.
bool belongs(const v1::Action& action, const RoundDays& days) {
  if (action.agreed_on() > std::min(days.as_at, days.to).iso()) return false;
  return !action.complete() || action.complete_since() >= days.from.iso();
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

std::vector<RoundException> exceptions_of(const v1::Action& action, int slips, const RoundDays& days) {
  std::vector<RoundException> all;
  const bool open = !action.complete();
  const bool silent = action.agreed_on() < days.from.iso() && action.updated_on() < days.from.iso();
  if (open && action.due_on() < days.as_at.iso()) all.push_back(RoundException::overdue);
  if (open && action.progress() == v1::PROGRESS_RED) all.push_back(RoundException::red);
  if (open && silent) all.push_back(RoundException::not_updated);
  if (slips > 0) all.push_back(RoundException::slipped);
  if (action.reached() == v1::REACHED_NOT_KNOWN) all.push_back(RoundException::not_known);
  if (is_escalated(action, days)) all.push_back(RoundException::escalated);
  if (open && is_unanswered(action)) all.push_back(RoundException::unanswered);
  return all;
}

void count(RoundCounts& counts, const v1::Action& action, const RoundRow& row, const RoundDays& days) {
  const auto add = [](int& number, bool one) { number += one ? 1 : 0; };
  const auto has = [&](RoundException one) { return std::ranges::find(row.exceptions, one) != row.exceptions.end(); };
  const bool open = !action.complete();
  ++counts.all;
  add(counts.completed, !open && is_in(action.complete_since(), days));
  add(counts.completed_since, !open && !is_in(action.complete_since(), days));
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
}

RoundOwner& owner_in(std::vector<RoundOwner>& owners, const std::string& name) {
  const auto found = std::ranges::find_if(owners, [&](const RoundOwner& one) { return is_same_body(one.owner, name); });
  if (found != owners.end()) return *found;
  return owners.emplace_back(RoundOwner{name, {}});
}

}  // namespace

std::string_view round_exception_name(RoundException exception) { return names[static_cast<std::size_t>(exception)]; }

MonitoringRound monitoring_round(const std::vector<const v1::Action*>& actions, const RoundDays& days) {
  MonitoringRound round;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto& action = *actions[i];
    if (!belongs(action, days)) continue;
    const int slips = slipped(action, days);
    const auto& row = round.rows.emplace_back(RoundRow{i, slips, exceptions_of(action, slips, days)});
    count(round.counts, action, row, days);
    count(owner_in(round.owners, action.owner()).counts, action, row, days);
  }
  std::ranges::sort(round.owners, {}, &RoundOwner::owner);
  return round;
}

}  // namespace review
