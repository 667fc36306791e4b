#include <fmt/format.h>

#include "libreview/record/case_file.hpp"
#include "libreview/record/criteria.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/publishable.hpp"
#include "libreview/record/rapid_review_begins.hpp"
#include "libreview/record/sign_offs.hpp"
#include "libreview/record/stage_after.hpp"

namespace review {
namespace {

/// A decision may name the meeting that recommended it. One by circulation names none.
void quorum_kept(const Question& question, const std::string& name, const std::string& pointer) {
  const auto* meeting = find_meeting(question.file, name);
  if (meeting == nullptr || !meeting->has_quorate() || meeting->quorate()) return;
  if (bodies_missing(question.file, question.occasion.law, v1::SIGNED_MATTER_RAPID_REVIEW).empty()) return;
  question.findings.add(Code::not_quorate, "The meeting was not quorate, and not every partner has signed.", {},
                        pointer);
}

void admit_decided(const Question& question) {
  const auto& decided = question.entry.rapid_review_decided();
  if (!question.file.notified()) {
    question.findings.add(
        Code::notification_required,
        "A rapid review follows a notification to the Panel. There is no live notification in this case.",
        {"panel-faq"});
  }
  criteria_answered(question, "review", decided.criteria(), "/rapidReviewDecided/criteria");
  quorum_kept(question, decided.meeting(), "/rapidReviewDecided/meeting");
}

void apply_decided(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& decided = entry.rapid_review_decided();
  auto& decision = add_decision(file, entry, "rapid-review-decided");
  decision.set_outcome(decided.outcome());
  decision.set_meeting(decided.meeting());
  rapid_review_begins(file);
  outcome_decided(file, entry, decided.outcome());
}

void admit_reconsidered(const Question& question) {
  if (newest_outcome(question.file) == nullptr) {
    question.findings.add(Code::not_in_this_stage, "There is no decision yet that could be reconsidered.");
  }
  const auto& again = question.entry.decision_reconsidered();
  quorum_kept(question, again.meeting(), "/decisionReconsidered/meeting");
}

void apply_reconsidered(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& again = entry.decision_reconsidered();
  auto& decision = add_decision(file, entry, "decision-reconsidered");
  decision.set_outcome(again.outcome());
  decision.set_meeting(again.meeting());
  outcome_decided(file, entry, again.outcome());
  const bool unanswered = file.stage() == v1::STAGE_AWAITING_PANEL && file.panel_view() == v1::PANEL_VIEW_UNSPECIFIED;
  if (!unanswered && file.stage() != v1::STAGE_PUBLISHED) file.set_stage(stage_after_outcome(file));
}

void admit_referral(const Question& question) {
  quorum_kept(question, question.entry.referral_decided().meeting(), "/referralDecided/meeting");
}

void apply_referral_decided(v1::CaseFile& file, const v1::Entry& entry) {
  const auto outcome = entry.referral_decided().outcome();
  auto& decision = add_decision(file, entry, "referral-decided");
  decision.set_referral(outcome);
  decision.set_meeting(entry.referral_decided().meeting());
  switch (outcome) {
    case v1::REFERRAL_OUTCOME_SPOTLIGHT:
    case v1::REFERRAL_OUTCOME_TABLETOP:
    case v1::REFERRAL_OUTCOME_SINGLE_AGENCY_REVIEW:
    case v1::REFERRAL_OUTCOME_AUDIT:
    case v1::REFERRAL_OUTCOME_JOIN_REVIEW:
      file.set_stage(v1::STAGE_REVIEW);
      break;
    case v1::REFERRAL_OUTCOME_CONSIDER_NOTIFYING:
      file.set_stage(v1::STAGE_LOGGED);
      break;
    default:
      file.set_stage(v1::STAGE_ACTIONS);
  }
}

}  // namespace

std::vector<Handling> decision_handlings() {
  return {
      {"rapid-review-decided", admit_decided, apply_decided},
      {"decision-reconsidered", admit_reconsidered, apply_reconsidered},
      {"referral-decided", admit_referral, apply_referral_decided},
  };
}

}  // namespace review
