#include "libreview/record/publishable.hpp"

#include "libreview/record/case_file.hpp"
#include "libreview/record/references.hpp"

namespace review {
namespace {

bool has_publishable(const v1::CaseFile& file) {
  if (file.publishable_pending()) return true;
  for (const auto& review : file.reviews()) {
    if (awaits_publication(review)) return true;
  }
  return false;
}

/// What the newest decision on a review calls the review that is to come.
std::string pending_subject(const v1::CaseFile& file) {
  std::string subject;
  for (const auto& milestone : file.milestones()) {
    if (milestone.name() == "publishable-review-decided") subject = milestone.subject();
  }
  return subject;
}

/// The day that a decision's clocks count from: that of its entry, not the day on which the partners met.
std::string counted_from(const v1::CaseFile& file, const v1::DecisionFile& decision) {
  for (const auto& milestone : file.milestones()) {
    if (milestone.entry() == decision.entry() && milestone.name() == decision.kind()) return milestone.on();
  }
  return decision.decided_on();
}

}  // namespace

bool awaits_publication(const v1::ReviewFile& review) {
  return !review.over_before() && is_publishable(review.kind()) && review.published_on().empty() &&
         review.declined_on().empty();
}

void outcome_decided(v1::CaseFile& file, const v1::Entry& entry, v1::Outcome outcome) {
  if (is_publishable(outcome)) {
    if (has_publishable(file)) return;
    file.set_publishable_pending(true);
    // After an earlier review the clock has its own id from the first, that of the review to come.
    mark(file, entry, "publishable-review-decided",
         {.subject = file.reviews().empty() ? std::string() : next_name(file, "review")});
    return;
  }
  if (file.publishable_pending()) {
    file.set_publishable_pending(false);
    mark(file, entry, "publishable-review-ended", {.subject = pending_subject(file)});
  }
  for (auto& review : *file.mutable_reviews()) {
    if (!awaits_publication(review)) continue;
    mark(file, entry, "publishable-review-ended", {.subject = review.review()});
    review.set_kind(outcome);
  }
}

void review_commissioned(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review) {
  if (!is_publishable(review.kind())) return;
  if (file.publishable_pending()) {
    file.set_publishable_pending(false);
    for (auto& milestone : *file.mutable_milestones()) {
      const bool of_decision =
          milestone.name() == "publishable-review-decided" || milestone.name() == "publishable-review-ended";
      const bool waits = milestone.subject().empty() || find_review(file, milestone.subject()) == nullptr;
      if (of_decision && waits) milestone.set_subject(review.review());
    }
    return;
  }
  const auto* decision = newest_outcome(file);
  const bool decided = decision != nullptr && is_publishable(decision->outcome());
  mark(file, entry, "publishable-review-decided",
       {.on = decided ? counted_from(file, *decision) : entry.occurred_on(), .subject = review.review()});
}

void review_converted(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review, v1::Outcome kind) {
  const bool before = is_publishable(review.kind());
  review.set_kind(kind);
  if (before == is_publishable(kind)) return;
  mark(file, entry, before ? "publishable-review-ended" : "publishable-review-decided", {.subject = review.review()});
}

}  // namespace review
