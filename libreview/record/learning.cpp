#include "libreview/record/captured_findings.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/open_action.hpp"

namespace review {
namespace {

void name(v1::CaseFile& file, const char* sort, const std::string& given) {
  auto& named = *file.add_named();
  named.set_sort(sort);
  named.set_name(given);
}

void apply_recommendation(v1::CaseFile& file, const v1::Entry& entry) {
  name(file, "recommendation", entry.recommendation_made().recommendation());
}

void admit_agreed(const Question& question) {
  not_before(question, question.entry.action_agreed().due_on(), question.entry.occurred_on(),
             "An action cannot be due before it is agreed.", "/actionAgreed/dueOn");
}

void apply_agreed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& agreed = entry.action_agreed();
  open_action(file, entry, {agreed.action(), agreed.owner(), agreed.due_on()});
}

void admit_updated(const Question& question) {
  for (const auto& milestone : question.file.milestones()) {
    if (milestone.name() != "action-due" || milestone.subject() != question.entry.action_updated().action()) continue;
    not_before(question, question.entry.occurred_on(), milestone.on(), "This cannot have been before it was agreed.",
               "/occurredOn");
    return;
  }
}

void apply_updated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& updated = entry.action_updated();
  auto& action = the(find_action(file, updated.action()));
  if (updated.progress() == v1::PROGRESS_COMPLETE) {
    if (!action.complete()) mark(file, entry, "action-completed", {.subject = updated.action()});
    action.set_complete(true);
    return;
  }
  const bool moved = updated.has_due_on() && updated.due_on() != action.due_on();
  if (updated.has_due_on()) action.set_due_on(updated.due_on());
  if (moved || action.complete())
    mark(file, entry, "action-due", {.due_on = action.due_on(), .subject = updated.action()});
  action.set_complete(false);
}

void apply_challenge(v1::CaseFile& file, const v1::Entry& entry) {
  name(file, "challenge", entry.challenge_raised().challenge());
}

}  // namespace

std::vector<Handling> learning_handlings() {
  return {
      {"learning-captured", admit_captured, apply_captured},
      {"recommendation-made", nullptr, apply_recommendation},
      {"action-agreed", admit_agreed, apply_agreed},
      {"action-updated", admit_updated, apply_updated},
      {"briefing-shared", nullptr, nullptr},
      {"challenge-raised", nullptr, apply_challenge},
      {"challenge-answered", nullptr, nullptr},
      {"scrutiny-given", nullptr, nullptr},
  };
}

}  // namespace review
