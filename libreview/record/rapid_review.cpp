#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/case_file.hpp"
#include "libreview/record/conflicts.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/immediate_action.hpp"
#include "libreview/record/past_rapid_review.hpp"
#include "libreview/record/rapid_review_begins.hpp"
#include "libreview/record/sign_offs.hpp"
#include "libreview/record/stage_after.hpp"

namespace review {
namespace {

void apply_arranged(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& arranged = entry.meeting_arranged();
  auto* meeting = find_meeting(file, arranged.meeting());
  if (meeting == nullptr) {
    meeting = file.add_meetings();
    meeting->set_meeting(arranged.meeting());
  }
  meeting->set_arranged_for(arranged.held_on());
  rapid_review_begins(file);
}

void apply_held(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& held = entry.meeting_held();
  auto* meeting = find_meeting(file, held.meeting());
  if (meeting == nullptr) {
    meeting = file.add_meetings();
    meeting->set_meeting(held.meeting());
  }
  meeting->set_held_on(entry.occurred_on());
  if (held.has_quorate()) meeting->set_quorate(held.quorate());
  meeting->set_recommends(held.recommends());
  rapid_review_begins(file);
}

void apply_conflict(v1::CaseFile& file, const v1::Entry& entry) {
  auto& conflict = *file.add_conflicts();
  conflict.set_person(entry.conflict_declared().person());
  conflict.set_managed(entry.conflict_declared().managed());
  conflict.set_meeting(entry.conflict_declared().meeting());
}

void admit_conflict(const Question& question) {
  auto after = question.file;
  apply_conflict(after, question.entry);
  if (const auto kept = conflicts_kept(question.file, after, question.occasion); !kept) {
    question.findings.add(kept.error());
  }
}

void admit_circulation(const Question& question) {
  not_before(question, question.entry.circulation_started().respond_by(), question.entry.occurred_on(),
             "The answers cannot be due before they are asked for.", "/circulationStarted/respondBy");
}

void apply_circulation(v1::CaseFile& file, const v1::Entry& entry) {
  auto& named = *file.add_named();
  named.set_sort("circulation");
  named.set_name(entry.circulation_started().circulation());
  auto& asked = *file.add_circulations();
  asked.set_circulation(entry.circulation_started().circulation());
  asked.set_entry(entry.entry());
  asked.set_respond_by(entry.circulation_started().respond_by());
  asked.mutable_agencies()->CopyFrom(entry.circulation_started().agencies());
}

void apply_position(v1::CaseFile& file, const v1::Entry& entry) {
  rapid_review_begins(file);
  auto& given = *file.add_views_given();
  given.set_agency(entry.position_recorded().agency());
  given.set_meeting(entry.position_recorded().meeting());
  given.set_circulation(entry.position_recorded().circulation());
}

/// A condition that nobody can read binds nobody, and a partner who does not agree says why.
void admit_signed(const Question& question) {
  const auto& signature = question.entry.signed_off();
  const bool agrees = !signature.has_view() || signature.view() == v1::SIGNED_VIEW_AGREES;
  if (agrees || !signature.reasons().empty()) return;
  question.findings.add(Code::reasons_required, "Say what the conditions are, or why the body does not agree.",
                        {"wt-2023"}, "/signedOff/reasons");
}

void apply_signed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& signature = entry.signed_off();
  auto& kept = *file.add_sign_offs();
  kept.set_entry(entry.entry());
  kept.set_of(signature.of());
  kept.set_body(signature.body());
  kept.set_view(signature.has_view() ? signature.view() : v1::SIGNED_VIEW_AGREES);
  kept.set_version(signature.version());
  kept.set_decisions(file.decisions_size());
}

/// The Panel gets one rapid review, and more only where it asks for more: wherever the review has come meanwhile.
bool is_owed(const v1::CaseFile& file) {
  return file.stage() == v1::STAGE_RAPID_REVIEW || file.submissions() == 0 ||
         file.panel_view() == v1::PANEL_VIEW_ASKS_FOR_MORE;
}

void admit_submitted(const Question& question) {
  const auto& file = question.file;
  if (!file.notified()) {
    question.findings.add(
        Code::notification_required,
        "A rapid review follows a notification to the Panel. There is no live notification in this case.",
        {"panel-faq"});
    return;
  }
  if (!rapid_review_decided(file)) {
    question.findings.add(Code::not_in_this_stage, "The partners have not decided yet. Record their decision first.");
  }
  if (!is_owed(file)) {
    question.findings.add(Code::not_in_this_stage,
                          "The rapid review was sent to the Panel already, and the Panel has not asked for more.");
  }
  sign_offs_given(question, v1::SIGNED_MATTER_RAPID_REVIEW);
  not_before(question, question.entry.occurred_on(), file.notified_on(),
             "The rapid review cannot have been sent before the notification.", "/occurredOn");
}

void apply_submitted(v1::CaseFile& file, const v1::Entry& entry) {
  file.set_submissions(file.submissions() + 1);
  file.set_submitted_on(entry.occurred_on());
  file.set_chasers(0);
  file.set_panel_view(v1::PANEL_VIEW_UNSPECIFIED);
  if (!is_past_rapid_review(file.stage())) file.set_stage(v1::STAGE_AWAITING_PANEL);
}

void apply_joined(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& joined = entry.rapid_review_joined();
  if (joined.has_led_by()) {
    file.set_rapid_review_led_by(joined.led_by());
  } else {
    for (const auto& other : joined.cases()) file.add_rapid_review_joins(other);
  }
  rapid_review_begins(file);
}

void admit_joined(const Question& question) {
  if (!question.file.notified()) {
    question.findings.add(
        Code::notification_required,
        "A rapid review follows a notification to the Panel. There is no live notification in this case.",
        {"panel-faq"});
  }
}

void admit_responded(const Question& question) {
  const auto& file = question.file;
  if (file.submissions() == 0 && file.stage() != v1::STAGE_AWAITING_PANEL) {
    question.findings.add(Code::not_in_this_stage, "The rapid review has not been sent to the Panel.");
  }
  not_before(question, question.entry.occurred_on(), file.submitted_on(),
             "The Panel cannot have answered before the rapid review was sent.", "/occurredOn");
}

void apply_responded(v1::CaseFile& file, const v1::Entry& entry) {
  const auto view = entry.panel_responded().view();
  file.set_panel_view(view);
  file.set_panel_view_on(entry.occurred_on());
  const bool awaiting = file.stage() == v1::STAGE_AWAITING_PANEL;
  const bool can_turn = awaiting || file.stage() == v1::STAGE_REVIEW || file.stage() == v1::STAGE_ACTIONS;
  if (view == v1::PANEL_VIEW_AGREES && awaiting) {
    file.set_stage(stage_after_outcome(file));
  } else if (view == v1::PANEL_VIEW_NATIONAL_REVIEW && can_turn) {
    file.set_stage(v1::STAGE_REVIEW);
  } else if (view == v1::PANEL_VIEW_ASKS_FOR_MORE && can_turn) {
    file.set_stage(v1::STAGE_RAPID_REVIEW);
  }
}

void admit_moved(const Question& question) {
  const auto& moved = question.entry.timetable_moved();
  const auto& steps = question.occasion.law.partnership().timetable;
  const bool known =
      std::any_of(steps.begin(), steps.end(), [&](const auto& step) { return step.step == moved.step(); });
  if (!known) {
    question.findings.add(Code::missing_reference, fmt::format("The timetable has no step {}.", moved.step()), {},
                          "/timetableMoved/step");
  }
  if (!question.file.notified()) {
    question.findings.add(Code::notification_required, "The timetable begins with the notification to the Panel.");
  }
  not_before(question, moved.to(), question.file.notified_on(), "A step cannot lie before the notification.",
             "/timetableMoved/to");
}

void apply_moved(v1::CaseFile& file, const v1::Entry& entry) {
  auto& moved = *file.add_moved_steps();
  moved.set_step(entry.timetable_moved().step());
  moved.set_on(entry.timetable_moved().to());
  moved.set_entry(entry.entry());
}

}  // namespace

std::vector<Handling> rapid_review_handlings() {
  return {
      {"meeting-arranged", nullptr, apply_arranged},
      {"meeting-held", nullptr, apply_held},
      {"circulation-started", admit_circulation, apply_circulation},
      {"conflict-declared", admit_conflict, apply_conflict},
      {"immediate-action-taken", admit_immediate_action, apply_immediate_action},
      {"position-recorded", nullptr, apply_position},
      {"signed-off", admit_signed, apply_signed},
      {"rapid-review-submitted", admit_submitted, apply_submitted},
      {"rapid-review-joined", admit_joined, apply_joined},
      {"panel-responded", admit_responded, apply_responded},
      {"timetable-moved", admit_moved, apply_moved},
  };
}

}  // namespace review
