#include "libreview/vocabulary/milestones.hpp"

namespace review {

const std::vector<DerivedMilestone>& derived_milestones() {
  static const std::vector<DerivedMilestone> all = {
      {"became-notifiable", {"incident-logged", "circumstances-changed", "notification-decided", "case-brought-in"}},
      {"notification-declined", {"notification-decided"}},
      {"partners-informed", {"informed", "panel-notified"}},
      {"looked-after-death-known", {"incident-logged", "circumstances-changed", "case-brought-in"}},
      {"care-leaver-death-known", {"incident-logged", "circumstances-changed", "case-brought-in"}},
      {"looked-after-death-told", {"secretary-of-state-notified", "panel-notified"}},
      {"care-leaver-death-told", {"secretary-of-state-notified", "panel-notified"}},
      {"agency-return-settled", {"agency-return-received", "agency-return-waived"}},
      {"publishable-review-decided",
       {"rapid-review-decided", "decision-reconsidered", "review-converted", "review-commissioned", "case-brought-in"}},
      {"publishable-review-ended",
       {"rapid-review-decided", "decision-reconsidered", "review-converted", "notification-withdrawn"}},
      {"case-handed-over", {"case-closed"}},
      {"notification-behind", {"case-brought-in"}},
      {"rapid-review-meeting-behind", {"case-brought-in"}},
      {"rapid-review-behind", {"case-brought-in"}},
      {"panel-reply-behind", {"case-brought-in"}},
      {"report-behind", {"case-brought-in"}},
      {"review-behind", {"case-brought-in"}},
      {"advance-copy-needed", {"publication-planned", "report-accepted"}},
      {"preparation-needed", {"publication-planned", "report-accepted"}},
      {"report-check-needed", {"document-filed", "entry-withdrawn"}},
      {"legal-read-done", {"publication-step-done", "publication-planned", "report-accepted"}},
      {"family-read-done", {"publication-step-done", "publication-planned", "report-accepted"}},
      {"practitioners-told-done", {"publication-step-done", "publication-planned", "report-accepted"}},
      {"agencies-told-done", {"publication-step-done", "publication-planned", "report-accepted"}},
      {"communications-ready-done", {"publication-step-done", "publication-planned", "report-accepted"}},
      {"publication-explained", {"publication-declined", "delay-reported"}},
      {"action-completed", {"action-updated", "immediate-action-taken"}},
      {"action-due", {"action-agreed", "action-updated", "action-rechecked", "immediate-action-taken"}},
      {"action-reopened", {"action-updated", "action-rechecked"}},
      {"action-rechecked-first", {"action-rechecked"}},
      {"action-rechecked-again", {"action-rechecked"}},
      {"recommendation-awaited", {"recommendation-made"}},
      {"recommendation-settled", {"recommendation-answered"}},
      {"family-contact-due", {"family-contacted"}},
      {"board-informed", {"informed"}},
      {"yearly-report-due", {"programme-opened"}},
      {"yearly-report-published", {"programme-reported"}},
      {"assurance-settled", {"assurance-returned", "assurance-waived"}},
      {"assurance-follow-up-due", {"assurance-scrutinised", "assurance-followed-up"}},
      {"assurance-follow-up-done", {"assurance-followed-up"}},
      {"training-evaluated-later", {"training-evaluated"}},
      {"product-confirmation-asked", {"product-shared"}},
      {"product-confirmed", {"product-received"}},
  };
  return all;
}

}  // namespace review
