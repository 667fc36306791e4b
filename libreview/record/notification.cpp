#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "libreview/record/bodies.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/criteria.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

/// Whom the local authority tells; it is the third of the partners itself.
constexpr std::array<std::string_view, 2> other_partners = {"INTEGRATED_CARE_BOARD", "POLICE"};

void admit_decision(const Question& question) {
  criteria_answered(question, "notification", question.entry.notification_decided().criteria(),
                    "/notificationDecided/criteria");
}

/// Partners who were told before the decision was changed have been told.
void remember_partners(v1::CaseFile& file, const v1::Entry& entry) {
  std::string told_on;
  for (const auto& milestone : file.milestones()) {
    if (milestone.name() == "became-notifiable" && milestone.on() != file.notifiable_from()) told_on.clear();
    if (milestone.name() == "partners-informed") told_on = milestone.on();
  }
  if (!told_on.empty()) mark(file, entry, "partners-informed", {.on = told_on});
}

void apply_decision(v1::CaseFile& file, const v1::Entry& entry) {
  const auto decision = entry.notification_decided().decision();
  add_decision(file, entry, "notification-decided").set_notification(decision);
  if (decision == v1::NOTIFICATION_DECISION_DO_NOT_NOTIFY) {
    file.set_stage(v1::STAGE_REFERRED);
    file.set_notification_declined(true);
    mark(file, entry, "notification-declined");
    return;
  }
  file.set_stage(v1::STAGE_LOGGED);
  if (file.notification_declined() && file.notifiable() && !file.notified()) {
    // The duty ran from awareness all along: the first decision did not move the day.
    mark(file, entry, "became-notifiable",
         {.on = file.notifiable_from(),
          .because = "The decision not to notify was changed. The clock counts from the same day as before."});
    remember_partners(file, entry);
  }
  file.set_notification_declined(false);
}

bool names_a_new_child(const v1::CaseFile& file, const v1::PanelNotified& notified) {
  return !notified.children().empty() &&
         std::none_of(notified.children().begin(), notified.children().end(), [&](const std::string& name) {
           const auto* child = find_child(file, name);
           return child == nullptr || child->notified();
         });
}

void admit_notified(const Question& question) {
  const auto& file = question.file;
  if (!file.has_incident()) {
    question.findings.add(Code::missing_reference,
                          "A notification needs the facts of an incident. Log the incident first.", {"ca-2004-s16c"});
  }
  if (file.notified() && !names_a_new_child(file, question.entry.panel_notified())) {
    question.findings.add(Code::already_recorded,
                          "The Panel was notified of this already, and the notification was not withdrawn.");
  }
  not_before(question, question.entry.occurred_on(), file.local_authority_aware_on(),
             "The Panel cannot have been notified before the authority knew of the incident.", "/occurredOn");
}

void tell_partners(v1::CaseFile& file, const v1::Entry& entry,
                   const google::protobuf::RepeatedPtrField<std::string>& who) {
  const auto& told = file.partners_informed();
  const auto knows = [&](std::string_view body) { return names_body(told, body); };
  const bool all_before = std::all_of(other_partners.begin(), other_partners.end(), knows);
  for (const auto& body : who) {
    if (is_same_body(body, "SAFEGUARDING_PARTNERS")) {
      for (const auto partner : other_partners) {
        if (!knows(partner)) file.add_partners_informed(std::string(partner));
      }
    } else if (!knows(body)) {
      file.add_partners_informed(body);
    }
  }
  if (!all_before && std::all_of(other_partners.begin(), other_partners.end(), knows)) {
    mark(file, entry, "partners-informed");
  }
}

/// Of the children whom it names; of all, where it names none.
void deaths_told(v1::CaseFile& file, const v1::Entry& entry,
                 const google::protobuf::RepeatedPtrField<std::string>& children) {
  for (const auto* told : {"looked-after-death-told", "care-leaver-death-told"}) {
    if (children.empty()) mark(file, entry, told);
    for (const auto& child : children) mark(file, entry, told, {.subject = child});
  }
}

void apply_notified(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& notified = entry.panel_notified();
  const std::set<std::string> named(notified.children().begin(), notified.children().end());
  for (auto& child : *file.mutable_children()) {
    if (named.empty() || named.contains(child.child())) child.set_notified(true);
  }
  if (!file.notified()) {
    // One incident has one rapid review: a further notification for another child starts no second clock.
    file.set_notified(true);
    file.set_notified_on(entry.occurred_on());
    file.set_withdrawn(false);
    file.set_stage(v1::STAGE_NOTIFIED);
    file.set_decisions_before_notification(file.decisions_size());
    file.set_submissions(0);
    file.set_chasers(0);
    file.set_panel_view(v1::PANEL_VIEW_UNSPECIFIED);
    mark(file, entry, "panel-notified");
  }
  tell_partners(file, entry, notified.informed());
  if (names_body(notified.informed(), "SECRETARY_OF_STATE")) {
    deaths_told(file, entry, notified.children());
  }
}

void apply_secretary_of_state(v1::CaseFile& file, const v1::Entry& entry) {
  const bool looked_after = entry.secretary_of_state_notified().duty() == v1::DEATH_DUTY_LOOKED_AFTER_DEATH;
  mark(file, entry, looked_after ? "looked-after-death-told" : "care-leaver-death-told");
}

void apply_informed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& who = entry.informed().who();
  tell_partners(file, entry, who);
  if (names_body(who, "BOARD")) mark(file, entry, "board-informed");
  const bool unanswered = file.submissions() > 0 && file.panel_view() == v1::PANEL_VIEW_UNSPECIFIED;
  if (names_body(who, "PANEL") && unanswered) file.set_chasers(file.chasers() + 1);
}

void admit_withdrawal(const Question& question) {
  if (!question.file.notified()) {
    question.findings.add(Code::missing_reference, "There is no live notification to withdraw.");
    return;
  }
  not_before(question, question.entry.occurred_on(), question.file.notified_on(),
             "A notification cannot be withdrawn before it was made.", "/occurredOn");
}

void apply_withdrawal(v1::CaseFile& file, const v1::Entry& entry) {
  add_decision(file, entry, "notification-withdrawn").set_meeting("");
  file.set_notified(false);
  file.set_withdrawn(true);
  file.set_notifiable(false);
  file.set_stage(v1::STAGE_WITHDRAWN);
  if (file.publishable_pending()) {
    file.set_publishable_pending(false);
    mark(file, entry, "publishable-review-ended");
  }
  for (auto& child : *file.mutable_children()) child.set_notified(false);
}

}  // namespace

std::vector<Handling> notification_handlings() {
  return {
      {"notification-decided", admit_decision, apply_decision},
      {"notification-challenged", nullptr, nullptr},
      {"panel-notified", admit_notified, apply_notified, true},
      {"secretary-of-state-notified", nullptr, apply_secretary_of_state},
      {"informed", nullptr, apply_informed},
      {"notification-withdrawn", admit_withdrawal, apply_withdrawal},
  };
}

}  // namespace review
