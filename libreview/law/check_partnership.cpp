#include "libreview/law/check_partnership.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/law/watched_by_nobody.hpp"

namespace review {
namespace {

/// Rules of a clock of the national law; those of a local clock are its versions and are checked with it.
void check_local(const RuleBook& book, const LocalRule& rule, LawFaults& faults) {
  const std::string where = fmt::format("local rule for {} of {}", rule.clock, rule.from.iso());
  faults.check_triggers(where, rule.starts);
  const ClockRule* clock = book.clock(rule.clock);
  if (clock == nullptr) {
    faults.add(where, "is for a clock that does not exist");
    return;
  }
  if (clock->given) faults.add(where, "is for a clock whose day is given");
  if (clock->legal_status == LegalStatus::local) return;
  faults.check_references(where, rule.references);
  faults.check_grade(where, rule.grade);
  if (rule.length == 0) faults.add(where, "has no length");
}

/// Rules of one clock come in order, and a later one that changed the start would change it for earlier runs too.
void check_local_order(const std::vector<LocalRule>& rules, LawFaults& faults) {
  for (auto later = rules.begin(); later != rules.end(); ++later) {
    for (auto earlier = rules.begin(); earlier != later; ++earlier) {
      if (earlier->clock != later->clock) continue;
      const std::string where = fmt::format("local rule for {} of {}", later->clock, later->from.iso());
      if (later->from == earlier->from) faults.add(where, "applies from the same day as another: two rules apply");
      if (later->from < earlier->from) faults.add(where, "is out of order");
      if (later->starts != earlier->starts) faults.add(where, "starts otherwise than the rule before it");
    }
  }
}

void check_timetable(const Partnership& partnership, LawFaults& faults) {
  int reached = 0;
  for (const TimetableStep& step : partnership.timetable) {
    const std::string where = "timetable step " + step.step;
    faults.check_triggers(where, {step.stops});
    if (step.day_to < step.day_from) faults.add(where, "ends before it begins");
    if (step.day_to < reached) faults.add(where, "is out of order");
    reached = step.day_to;
  }
}

void check_groups(const std::vector<MonitoringGroup>& groups, LawFaults& faults) {
  for (const MonitoringGroup& group : groups) {
    const std::string where = "group " + group.id;
    if (group.id == watched_by_nobody) faults.add(where, "has the name of actions that no group watches over");
    if (group.every_months < 1) faults.add(where, "never looks");
    const auto is_id = [](std::string_view id) { return [id](const MonitoringGroup& one) { return one.id == id; }; };
    if (std::ranges::count_if(groups, is_id(group.id)) > 1) faults.add(where, "is there twice");
    const bool known = std::ranges::any_of(groups, is_id(group.escalates_to));
    if (!group.escalates_to.empty() && (!known || group.escalates_to == group.id)) {
      faults.add(where, "escalates to a group that there is not");
    }
  }
}

/// What is all but equal is near as well.
void check_likeness(const Partnership& partnership, LawFaults& faults) {
  for (const auto& rule : partnership.likeness) {
    const std::string where = "likeness of " + rule.of;
    faults.check_references(where, rule.references);
    faults.check_grade(where, rule.grade);
    if (rule.percent < 1 || rule.percent > 100) faults.add(where, "is no per cent from 1 to 100");
    if (rule.of == "repeated" && partnership.like_from("nearest") > rule.percent)
      faults.add(where, "is less than what is shown at all");
  }
}

void check_shares(const ShareRule& shares, LawFaults& faults) {
  if (shares.fewest == 0 && shares.references.empty()) return;  // none are told
  faults.check_references("shares of answers", shares.references);
  faults.check_grade("shares of answers", shares.grade);
  if (shares.fewest < 1) faults.add("shares of answers", "are told of no answers at all");
}

}  // namespace

void check_partnership(const RuleBook& book, LawFaults& faults) {
  const Partnership& partnership = book.partnership();
  for (const LocalRule& rule : partnership.local) check_local(book, rule, faults);
  check_local_order(partnership.local, faults);
  check_timetable(partnership, faults);
  check_groups(partnership.groups, faults);
  check_likeness(partnership, faults);
  check_shares(partnership.shares, faults);
  const std::string where = "partnership " + partnership.id;
  const auto& ladder = partnership.ladder;
  if (ladder.escalate != 0 && ladder.escalate <= ladder.chase) faults.add(where, "escalates before it chases");
  if (partnership.sign_off_bodies.empty()) faults.add(where, "has nobody who signs");
  if (partnership.quorum < 1 || partnership.quorum > static_cast<int>(partnership.quorum_bodies.size())) {
    faults.add(where, "has a quorum that its bodies cannot make");
  }
}

}  // namespace review
