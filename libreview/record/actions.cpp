#include <fmt/format.h>

#include "libreview/record/action_ladder.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/escalations.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/monitoring_groups.hpp"
#include "libreview/record/open_action.hpp"
#include "libreview/record/sort_of_file.hpp"
#include "libreview/record/watched_by_group.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// The recommendations of other cases are in the cases that go with the occasion.
const v1::CaseFile* case_served(const Question& question, const v1::Served& served) {
  if (served.of_case().empty()) return &question.file;
  for (const auto& other : question.occasion.joined) {
    if (other.case_() == served.of_case()) return &other;
  }
  return nullptr;
}

/// `this programme`, `the case 26-0001`.
std::string words_of_record(const Question& question, const v1::Served& served) {
  if (served.of_case().empty()) return fmt::format("this {}", sort_of(question.file));
  return fmt::format("the {} {}", sort_of(served.of_case()).name, served.of_case());
}

void serves_what_there_is(const Question& question) {
  int place = 0;
  for (const auto& served : question.entry.action_agreed().serves()) {
    const int at = place++;
    const auto* file = case_served(question, served);
    if (file == nullptr || find_recommendation(*file, served.recommendation()) != nullptr) continue;
    question.findings.add(
        Code::missing_reference,
        fmt::format("There is no recommendation {} in {}.", served.recommendation(), words_of_record(question, served)),
        {}, fmt::format("/actionAgreed/serves/{}/recommendation", at));
  }
}

void admit_agreed(const Question& question) {
  not_before(question, question.entry.action_agreed().due_on(), question.entry.occurred_on(),
             "An action cannot be due before it is agreed.", "/actionAgreed/dueOn");
  serves_what_there_is(question);
  watched_by_a_group(question, question.entry.action_agreed().monitored_by(), "/actionAgreed/monitoredBy");
}

void apply_agreed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& agreed = entry.action_agreed();
  open_action(file, entry, {agreed.action(), agreed.owner(), agreed.due_on()});
  auto& action = the(find_action(file, agreed.action()));
  action.set_person(agreed.person());
  action.set_kind(agreed.kind());
  if (agreed.has_recommendation()) action.add_serves()->set_recommendation(agreed.recommendation());
  for (const auto& served : agreed.serves()) *action.add_serves() = served;
  action.set_monitored_by(agreed.monitored_by());
  action.set_monitored_every(agreed.monitored_every());
}

void admit_updated(const Question& question) {
  const auto& updated = question.entry.action_updated();
  const auto* action = find_action(question.file, updated.action());
  watched_by_a_group(question, updated.monitored_by(), "/actionUpdated/monitoredBy");
  if (needs_evidence(updated.reached()) && updated.evidence().empty()) {
    question.findings.add(Code::missing_field, "Say what shows it: from \"Tested\" on, evidence is needed.", {},
                          "/actionUpdated/evidence");
  }
  if (action == nullptr) return;
  not_before(question, question.entry.occurred_on(), action->agreed_on(), "This cannot have been before it was agreed.",
             "/occurredOn");
  const auto& on = updated.has_reached_on() ? updated.reached_on() : question.entry.occurred_on();
  not_before(question, on, day_of_rung_below(*action, updated.reached()),
             "This cannot have been before the step below it on the ladder.",
             updated.has_reached_on() ? "/actionUpdated/reachedOn" : "/occurredOn");
  if (updated.has_due_on() && updated.due_on() > action->due_on() && updated.reason().empty()) {
    question.findings.add(Code::reasons_required, "Say why the date is moved later. Every move is counted.", {},
                          "/actionUpdated/reason");
  }
}

/// Keeps that the day moved, earlier or later.
void move_day(v1::ActionFile& action, const v1::Entry& entry, const std::string& due_on) {
  if (due_on.empty() || due_on == action.due_on()) return;
  auto& slip = *action.add_slips();
  slip.set_from(action.due_on());
  slip.set_to(due_on);
  slip.set_entry(entry.entry());
  slip.set_said_on(entry.occurred_on());
  action.set_due_on(due_on);
}

void open_again(v1::CaseFile& file, v1::ActionFile& action, const v1::Entry& entry) {
  action.set_complete(false);
  action.clear_complete_since();
  mark(file, entry, "action-reopened", {.subject = action.action()});
}

void apply_updated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& updated = entry.action_updated();
  auto& action = the(find_action(file, updated.action()));
  action.set_progress(updated.progress());
  action.set_updated_on(entry.occurred_on());
  action.set_update_entry(entry.entry());
  if (updated.has_monitored_by()) action.set_monitored_by(updated.monitored_by());
  if (updated.has_monitored_every()) action.set_monitored_every(updated.monitored_every());
  answer_escalations(action, entry);
  if (updated.has_reached()) {
    climb(action, entry, updated.reached(), updated.has_reached_on() ? updated.reached_on() : entry.occurred_on());
  }
  if (updated.progress() == v1::PROGRESS_COMPLETE) {
    if (action.complete()) return;
    action.set_complete(true);
    action.set_complete_since(entry.occurred_on());
    action.set_looked_again(0);
    mark(file, entry, "action-completed", {.subject = updated.action()});
    return;
  }
  const bool moved = updated.has_due_on() && updated.due_on() != action.due_on();
  const bool opened = action.complete();
  if (opened) open_again(file, action, entry);
  move_day(action, entry, updated.due_on());
  if (moved || opened) mark(file, entry, "action-due", {.due_on = action.due_on(), .subject = updated.action()});
}

void admit_rechecked(const Question& question) {
  const auto& checked = question.entry.action_rechecked();
  if (checked.finding() != v1::RECHECK_FINDING_NOT_KNOWN && checked.has_finding() && checked.evidence().empty()) {
    question.findings.add(Code::missing_field, "Say what shows it, or that it is not known.", {},
                          "/actionRechecked/evidence");
  }
  if (checked.reopens() && checked.finding() != v1::RECHECK_FINDING_NOT_CHANGED) {
    question.findings.add(Code::not_a_choice, "An action is opened again only where nothing changed.", {},
                          "/actionRechecked/reopens");
  }
  if (checked.reopens() && checked.due_on().empty()) {
    question.findings.add(Code::missing_field, "Say by when it is due, now that it is open again.", {},
                          "/actionRechecked/dueOn");
  }
  if (!checked.reopens() && checked.has_due_on()) {
    question.findings.add(Code::not_a_choice, "Say that the action is open again, or leave the date out.", {},
                          "/actionRechecked/dueOn");
  }
  set_ahead(question, checked.due_on(), question.entry.occurred_on(),
            "An action cannot be due before the day it is opened again.", "/actionRechecked/dueOn");
  const auto* action = find_action(question.file, checked.action());
  if (action == nullptr) return;
  if (!action->complete()) {
    question.findings.add(Code::not_in_this_stage, "The action is not complete. Update it instead.", {},
                          "/actionRechecked/action");
  }
  not_before(question, question.entry.occurred_on(), action->complete_since(),
             "Nobody can look again before the action was complete.", "/occurredOn");
}

void apply_rechecked(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& checked = entry.action_rechecked();
  auto& action = the(find_action(file, checked.action()));
  auto& kept = *action.add_rechecks();
  kept.set_finding(checked.finding());
  kept.set_on(entry.occurred_on());
  kept.set_entry(entry.entry());
  kept.set_by(checked.by());
  look_again(action, entry, checked.finding());
  action.set_looked_again(action.looked_again() + 1);
  mark(file, entry, action.looked_again() == 1 ? "action-rechecked-first" : "action-rechecked-again",
       {.subject = action.action()});
  if (!checked.reopens()) return;
  action.set_progress(v1::PROGRESS_RED);
  open_again(file, action, entry);
  action.set_due_on(checked.due_on());
  mark(file, entry, "action-due", {.due_on = checked.due_on(), .subject = action.action()});
}

}  // namespace

std::vector<Handling> action_handlings() {
  return {
      {"action-agreed", admit_agreed, apply_agreed},
      {"action-updated", admit_updated, apply_updated},
      {"action-rechecked", admit_rechecked, apply_rechecked},
  };
}

}  // namespace review
