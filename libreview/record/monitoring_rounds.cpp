#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "libreview/calendar/counting.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/monitoring_groups.hpp"

namespace review {
namespace {

/// One record is of one group: its clock is of that group's next round.
void of_one_group(const Question& question, const std::string& group) {
  const auto& rounds = question.file.programme().rounds();
  if (rounds.empty() || group.empty() || rounds[0].monitored_by() == group) return;
  question.findings.add(Code::not_a_choice,
                        fmt::format("The rounds of this programme are those of the group {}. Open a programme of its "
                                    "own for another group.",
                                    rounds[0].monitored_by()),
                        {}, "/monitoringRoundHeld/monitoredBy");
}

void admit_round_held(const Question& question) {
  const auto& held = question.entry.monitoring_round_held();
  const auto& partnership = question.occasion.law.partnership();
  if (!held.monitored_by().empty() && find_group(partnership, held.monitored_by()) == nullptr) {
    question.findings.add(Code::not_a_choice,
                          fmt::format("Choose one of the groups of the partnership that watch over actions: {}.",
                                      group_names(partnership)),
                          {}, "/monitoringRoundHeld/monitoredBy");
  } else {
    of_one_group(question, held.monitored_by());
  }
  set_ahead(question, held.until(), held.from(), "A round cannot end before it begins.", "/monitoringRoundHeld/until");
  not_before(question, question.entry.occurred_on(), held.from(), "A round cannot be held before its first day.",
             "/occurredOn");
  if (held.has_next_after() && held.next_after() == 0) {
    question.findings.add(Code::not_a_choice, "The next round is a month after this one or later.", {},
                          "/monitoringRoundHeld/nextAfter");
  }
  const auto is_this = [&](const v1::RoundHeld& one) {
    return one.from() == held.from() && one.until() == held.until() && one.monitored_by() == held.monitored_by();
  };
  if (!held.from().empty() && std::ranges::any_of(question.file.programme().rounds(), is_this)) {
    question.findings.add(Code::already_recorded, "The round of these days is recorded already.", {},
                          "/monitoringRoundHeld/from");
  }
}

void apply_round_held(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& held = entry.monitoring_round_held();
  v1::RoundHeld round;
  round.set_monitored_by(held.monitored_by());
  round.set_from(held.from());
  round.set_until(held.until());
  round.set_held_on(entry.occurred_on());
  const auto day = whole_day(entry.occurred_on());
  if (day && held.next_after() > 0) round.set_next_by(months_after(*day, held.next_after()).iso());
  if (!entry.entry().empty()) round.set_entry(entry.entry());
  auto& rounds = *file.mutable_programme()->mutable_rounds();
  const bool newest =
      std::ranges::all_of(rounds, [&](const v1::RoundHeld& one) { return one.held_on() <= round.held_on(); });
  const auto next_by = round.next_by();
  *rounds.Add() = std::move(round);
  std::stable_sort(rounds.begin(), rounds.end(),
                   [](const auto& one, const auto& other) { return one.held_on() < other.held_on(); });
  // A round of before that is recorded late neither meets nor starts the clock of the next one.
  if (newest) mark(file, entry, "monitoring-round-held", {.due_on = next_by});
}

}  // namespace

std::vector<Handling> monitoring_handlings() {
  return {{"monitoring-round-held", admit_round_held, apply_round_held, true}};
}

}  // namespace review
