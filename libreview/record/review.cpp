#include "libreview/record/advance_copy.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/led_here.hpp"
#include "libreview/record/preparations.hpp"
#include "libreview/record/publishable.hpp"

namespace review {
namespace {

bool decided_for_review(const v1::CaseFile& file) {
  return rapid_review_decided(file) || file.brought_in() || !file.rapid_review_led_by().empty();
}

void admit_commissioned(const Question& question) {
  if (question.file.stage() == v1::STAGE_RAPID_REVIEW && !decided_for_review(question.file)) {
    question.findings.add(Code::not_in_this_stage,
                          "The partners have not decided on a review yet. Record their decision first.");
  }
  const auto* decision = newest_outcome(question.file);
  not_before(question, question.entry.occurred_on(), decision == nullptr ? std::string() : decision->decided_on(),
             "A review cannot be commissioned before the decision.", "/occurredOn");
}

v1::Outcome kind_of_referral(const v1::CaseFile& file) {
  const auto* referral = newest_decision(file, "referral-decided");
  if (referral == nullptr) return v1::OUTCOME_UNSPECIFIED;
  switch (referral->referral()) {
    case v1::REFERRAL_OUTCOME_SPOTLIGHT:
      return v1::OUTCOME_SPOTLIGHT;
    case v1::REFERRAL_OUTCOME_TABLETOP:
      return v1::OUTCOME_TABLETOP;
    case v1::REFERRAL_OUTCOME_SINGLE_AGENCY_REVIEW:
      return v1::OUTCOME_SINGLE_AGENCY_REVIEW;
    case v1::REFERRAL_OUTCOME_AUDIT:
      return v1::OUTCOME_AUDIT;
    default:
      return v1::OUTCOME_LOCAL;
  }
}

void apply_commissioned(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& commissioned = entry.review_commissioned();
  auto& review = *file.add_reviews();
  review.set_review(commissioned.review());
  const auto* decision = newest_outcome(file);
  review.set_kind(commissioned.has_kind() ? commissioned.kind()
                  : decision != nullptr   ? decision->outcome()
                                          : kind_of_referral(file));
  review.mutable_reviewers()->CopyFrom(commissioned.reviewers());
  review.mutable_joins_cases()->CopyFrom(commissioned.joins_cases());
  review.set_commissioned_on(entry.occurred_on());
  file.set_stage(v1::STAGE_REVIEW);
  review_commissioned(file, entry, review);
}

/// The service adds this where another case joins this one; nobody says so by hand.
void admit_reviewer_joined(const Question& question) {
  question.findings.add(Code::missing_reference,
                        "The case that leads the review joins this one. Commission the review there with joinsCases.");
}

/// The clocks of the joined case run on: a join restarts nothing. A review that it had decided on itself is this one.
void apply_reviewer_joined(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& joined = entry.review_joined();
  auto& review = *file.add_reviews();
  review.set_review(joined.review());
  review.set_kind(joined.kind());
  review.set_led_by(joined.led_by());
  review.set_lead_review(joined.lead_review());
  review.set_commissioned_on(entry.occurred_on());
  if (file.publishable_pending()) review_commissioned(file, entry, review);
  const auto stage = file.stage();
  if (stage == v1::STAGE_RAPID_REVIEW || stage == v1::STAGE_AWAITING_PANEL || stage == v1::STAGE_ACTIONS) {
    if (newest_outcome(file) != nullptr) file.set_stage(v1::STAGE_REVIEW);
  }
}

void apply_reviewer_changed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& changed = entry.reviewer_changed();
  auto& review = the(find_review(file, changed.review()));
  google::protobuf::RepeatedPtrField<std::string> kept;
  for (const auto& reviewer : review.reviewers()) {
    bool goes = false;
    for (const auto& removed : changed.removed()) goes = goes || removed == reviewer;
    if (!goes) kept.Add(std::string(reviewer));
  }
  for (const auto& reviewer : changed.appointed()) kept.Add(std::string(reviewer));
  review.mutable_reviewers()->Swap(&kept);
}

void apply_converted(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& converted = entry.review_converted();
  auto& decision = add_decision(file, entry, "review-converted");
  decision.set_outcome(converted.kind());
  review_converted(file, entry, the(find_review(file, converted.review())), converted.kind());
}

void admit_family(const Question& question) {
  const auto& contact = question.entry.family_contacted();
  if (contact.answer() == v1::FAMILY_ANSWER_NOT_ASKED && contact.not_asked_because().empty())
    question.findings.add(Code::missing_field, "Say why the family has not been asked yet.", {},
                          "/familyContacted/notAskedBecause");
}

void apply_family(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& contact = entry.family_contacted();
  mark(file, entry, "family-contacted", {.subject = contact.review()});
  if (contact.has_next_on())
    mark(file, entry, "family-contact-due", {.due_on = contact.next_on(), .subject = contact.review()});
}

void apply_draft(v1::CaseFile& file, const v1::Entry& entry) {
  auto& review = the(find_review(file, entry.draft_received().review()));
  review.set_draft(entry.draft_received().has_version() ? entry.draft_received().version() : review.draft() + 1);
}

/// A report that comes back after it was accepted is no longer accepted.
void apply_returned(v1::CaseFile& file, const v1::Entry& entry) {
  auto& review = the(find_review(file, entry.report_returned().review()));
  review.set_returned(true);
  if (review.accepted() == 0) return;
  review.set_accepted(0);
  review.set_accepted_on("");
  if (file.stage() == v1::STAGE_REPORT_ACCEPTED) file.set_stage(v1::STAGE_REVIEW);
}

void admit_accepted(const Question& question) {
  const auto* review = find_review(question.file, question.entry.report_accepted().review());
  if (review == nullptr) return;
  led_here(question, *review);
  const bool again = question.file.stage() != v1::STAGE_REVIEW && review->accepted() != 0;
  if (again) question.findings.add(Code::not_in_this_stage, "This report is accepted already. Return it first.");
  not_before(question, question.entry.occurred_on(), review->commissioned_on(),
             "A report cannot be accepted before the review was commissioned.", "/occurredOn");
}

void apply_accepted(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& accepted = entry.report_accepted();
  auto& review = the(find_review(file, accepted.review()));
  review.set_accepted(accepted.has_version() ? accepted.version() : std::max(review.accepted() + 1, review.draft()));
  review.set_accepted_on(entry.occurred_on());
  review.set_returned(false);
  settle_copy(file, entry, review);
  if (!review.planned_on().empty() && review.published_on().empty()) prepare_for(file, entry, review);
  // A new version is accepted while the published one stands: the case is published still.
  if (!moves_stage(file, review) || !review.published_on().empty()) return;
  if (is_publishable(review.kind())) {
    file.set_stage(v1::STAGE_REPORT_ACCEPTED);
    return;
  }
  for (const auto& other : file.reviews()) {
    if (other.accepted() == 0 && other.review() != review.review()) return;
  }
  if (file.stage() == v1::STAGE_REVIEW) file.set_stage(v1::STAGE_ACTIONS);
}

}  // namespace

std::vector<Handling> review_handlings() {
  return {
      {"review-commissioned", admit_commissioned, apply_commissioned},
      {"review-joined", admit_reviewer_joined, apply_reviewer_joined},
      {"reviewer-changed", nullptr, apply_reviewer_changed},
      {"review-converted", nullptr, apply_converted},
      {"family-contacted", admit_family, apply_family, true},
      {"practitioner-event-held", nullptr, nullptr},
      {"review-session-held", nullptr, nullptr},
      {"draft-received", nullptr, apply_draft},
      {"draft-commented", nullptr, nullptr},
      {"report-returned", nullptr, apply_returned},
      {"report-accepted", admit_accepted, apply_accepted},
  };
}

}  // namespace review
