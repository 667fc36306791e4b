#include "libreview/record/escalations.hpp"

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

void admit_escalated(const Question& question) {
  const auto& escalated = question.entry.action_escalated();
  const auto* action = find_action(question.file, escalated.action());
  if (action == nullptr) return;
  if (escalated.to().empty()) {
    question.findings.add(Code::missing_field, "Say to whom it is escalated: no group hears next of this action.", {},
                          "/actionEscalated/to");
  }
  if (action->complete()) {
    question.findings.add(Code::not_in_this_stage, "The action is complete. There is nothing to escalate.", {},
                          "/actionEscalated/action");
  }
  not_before(question, question.entry.occurred_on(), action->agreed_on(), "This cannot have been before it was agreed.",
             "/occurredOn");
}

void apply_escalated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& escalated = entry.action_escalated();
  auto& action = the(find_action(file, escalated.action()));
  auto& kept = *action.add_escalations();
  kept.set_to(escalated.to());
  kept.set_on(entry.occurred_on());
  if (!entry.entry().empty()) kept.set_entry(entry.entry());
  // Recorded late, it may have its answer on record. What was said on the very day may have been said before it.
  if (action.updated_on() <= entry.occurred_on()) return;
  kept.set_answered_on(action.updated_on());
  if (!action.update_entry().empty()) kept.set_answer_entry(action.update_entry());
}

}  // namespace

void answer_escalations(v1::ActionFile& action, const v1::Entry& entry) {
  for (auto& one : *action.mutable_escalations()) {
    // What was said before it was raised, and recorded after, answers nothing.
    if (one.has_answered_on() || entry.occurred_on() < one.on()) continue;
    one.set_answered_on(entry.occurred_on());
    if (!entry.entry().empty()) one.set_answer_entry(entry.entry());
  }
}

std::vector<Handling> escalation_handlings() { return {{"action-escalated", admit_escalated, apply_escalated}}; }

}  // namespace review
