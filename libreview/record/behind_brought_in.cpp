#include "libreview/record/behind_brought_in.hpp"

#include <algorithm>
#include <string_view>

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

/// Whether something is known to have been, also where only its month or its year is.
bool is_known(const v1::CaseBroughtIn& brought, std::string_view kind) {
  return std::ranges::any_of(brought.known_dates(), [&](const v1::KnownDate& one) { return one.kind() == kind; });
}

bool is_after_review(v1::Stage stage) { return stage == v1::STAGE_ACTIONS || stage == v1::STAGE_CLOSED; }

bool had_review(const v1::CaseFile& file, const v1::CaseBroughtIn& brought) {
  const auto stage = brought.stage_as_at();
  if (stage >= v1::STAGE_REVIEW && stage <= v1::STAGE_PUBLISHED) return true;
  if (!is_after_review(stage)) return false;
  return file.legacy() || is_review(brought.outcome()) || is_known(brought, "review-commissioned") ||
         is_known(brought, "report-accepted") || is_known(brought, "report-published");
}

/// The notification that was withdrawn is none, whatever is known of its day.
void forget_withdrawn(v1::CaseFile& file) {
  if (file.stage() == v1::STAGE_WITHDRAWN) file.set_notified(false);
}

}  // namespace

void bring_in_review(v1::CaseFile& file, const v1::CaseBroughtIn& brought) {
  if (!had_review(file, brought)) return;
  const auto stage = brought.stage_as_at();
  auto& review = *file.add_reviews();
  review.set_review(brought.review());
  review.set_kind(file.legacy() || !brought.has_outcome() ? v1::OUTCOME_LCSPR : brought.outcome());
  if (stage != v1::STAGE_REVIEW) review.set_accepted(1);
  review.set_over_before(stage == v1::STAGE_PUBLISHED || is_after_review(stage));
}

void take_known_day(v1::ReviewFile& review, const v1::KnownDate& known) {
  if (known.kind() == "review-commissioned") {
    review.set_commissioned_on(known.on());
  } else if (known.kind() == "report-accepted" && review.accepted() > 0) {
    review.set_accepted_on(known.on());
  } else if (known.kind() == "report-published" && review.over_before()) {
    review.set_published_before_on(known.on());
  }
}

void leave_behind(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& brought = entry.case_brought_in();
  const auto stage = brought.stage_as_at();
  forget_withdrawn(file);
  const auto leave = [&](bool is_behind, std::string_view what) {
    if (is_behind) mark(file, entry, what);
  };
  // Of a serious case review, which had neither, nothing of these begins.
  if (!file.legacy()) {
    const bool rapid_review = stage >= v1::STAGE_AWAITING_PANEL || is_known(brought, "rapid-review-submitted");
    const bool decided = brought.has_outcome() || is_known(brought, "rapid-review-decided");
    leave(stage >= v1::STAGE_NOTIFIED || is_known(brought, "panel-notified"), "notification-behind");
    leave(rapid_review || decided, "rapid-review-meeting-behind");
    leave(rapid_review, "rapid-review-behind");
    leave(stage >= v1::STAGE_REVIEW, "panel-reply-behind");
  }
  leave(stage >= v1::STAGE_REPORT_ACCEPTED, "report-behind");
  leave(stage >= v1::STAGE_PUBLISHED, "review-behind");
}

}  // namespace review
