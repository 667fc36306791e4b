#include "reviewd/web/words/step_words.hpp"

#include <map>

#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

const std::map<std::string_view, std::string_view>& steps() {
  static const std::map<std::string_view, std::string_view> all = {
      {"agency-return-requested", "Ask agencies for a summary"},
      {"agency-return-received", "Record that an agency summary came"},
      {"agency-return-sent-back", "Send an agency summary back"},
      {"agency-return-waived", "Record that an agency summary is no longer needed"},
      {"agency-return-chased", "Record that an agency was reminded"},
      {"agency-return-shared", "Share an agency summary with the panel"},
      {"entry-corrected", "Correct an update"},
      {"entry-withdrawn", "Withdraw an update"},
      {"note-added", "Add a note"},
      {"document-filed", "File a document"},
      {"lateness-explained", "Explain why something is late"},
      {"member-added", "Give somebody access"},
      {"member-removed", "End somebody’s access"},
      {"case-sealed", "Seal the case"},
      {"unseal-proposed", "Propose to unseal the case"},
      {"case-unsealed", "Unseal the case"},
      {"case-closed", "Close the case"},
      {"case-reopened", "Reopen the case"},
      {"incident-logged", "Log an incident"},
      {"learning-referred", "Refer a case for consideration"},
      {"case-brought-in", "Bring in a case that began before"},
      {"contribution-requested", "Log another area’s request for a contribution"},
      {"circumstances-changed", "Record that circumstances changed"},
      {"referral-decided", "Decide on the case referred for consideration"},
      {"notification-decided", "Decide whether to notify"},
      {"notification-challenged", "Record a challenge to the decision on notifying"},
      {"panel-notified", "Record that the National Panel was notified"},
      {"secretary-of-state-notified", "Record that the Secretary of State was notified"},
      {"informed", "Record who was told"},
      {"notification-withdrawn", "Withdraw the notification"},
      {"safety-confirmed", "Confirm that the children are safe"},
      {"other-area-involved", "Record that another area is involved"},
      {"lead-agreed", "Agree which area leads"},
      {"case-transferred", "Transfer the case to another area"},
      {"learning-captured", "Record learning"},
      {"recommendation-made", "Make a recommendation"},
      {"recommendation-answered", "Record the answer to a recommendation"},
      {"action-agreed", "Agree an action"},
      {"action-updated", "Update an action"},
      {"action-rechecked", "Look at an action again"},
      {"briefing-shared", "Record that a briefing was shared"},
      {"product-drafted", "Draft a learning product"},
      {"product-checked", "Record that a learning product was checked for names"},
      {"product-shared", "Record that a learning product was shared"},
      {"product-received", "Record how an agency took a learning product in"},
      {"learning-event-held", "Record a learning event"},
      {"challenge-raised", "Raise a challenge"},
      {"challenge-answered", "Answer a challenge"},
      {"scrutiny-given", "Record independent scrutiny"},
      {"proceedings-opened", "Record that proceedings opened"},
      {"proceedings-updated", "Update proceedings"},
      {"proceedings-concluded", "Record that proceedings ended"},
      {"proceedings-reopened", "Record that proceedings reopened"},
      {"court-order-recorded", "Record a court order"},
      {"court-order-ended", "Record that a court order ended"},
      {"embargo-placed", "Place an embargo"},
      {"embargo-extended", "Extend an embargo"},
      {"embargo-readers-named", "Name who may read what an embargo covers"},
      {"embargo-lift-proposed", "Propose to lift an embargo"},
      {"embargo-lifted", "Lift an embargo"},
      {"publication-planned", "Plan publication"},
      {"publication-step-assigned", "Say who does a step before publication"},
      {"publication-step-done", "Record that a step before publication was done"},
      {"report-rehearsed", "Record that the report was checked for names"},
      {"advance-copy-sent", "Record that an advance copy was sent"},
      {"delay-reported", "Record that a delay was reported"},
      {"report-published", "Record that the report was published"},
      {"publication-declined", "Decide not to publish"},
      {"report-taken-down", "Record that the report was taken down"},
      {"report-replaced", "Record that the report was replaced"},
      {"material-disclosed", "Record that material was disclosed"},
      {"circulation-started", "Ask for views between meetings"},
      {"meeting-arranged", "Arrange a meeting"},
      {"meeting-held", "Record a meeting"},
      {"conflict-declared", "Declare a conflict of interest"},
      {"immediate-action-taken", "Record immediate action"},
      {"position-recorded", "Record an agency’s view"},
      {"rapid-review-decided", "Decide what follows from the rapid review"},
      {"signed-off", "Record a sign-off"},
      {"rapid-review-submitted", "Record that the rapid review was sent to the National Panel"},
      {"rapid-review-joined", "Join the rapid review with other cases"},
      {"panel-responded", "Record the National Panel’s reply"},
      {"decision-reconsidered", "Reconsider the decision"},
      {"timetable-moved", "Move a step of the timetable"},
      {"review-commissioned", "Commission the review"},
      {"review-joined", "Join the review to another"},
      {"reviewer-changed", "Change the reviewer"},
      {"review-converted", "Change the review to another kind"},
      {"review-health-checked", "Record a progress and quality check"},
      {"family-contacted", "Record contact with the family"},
      {"practitioner-event-held", "Record a practitioner event"},
      {"review-session-held", "Record a review session"},
      {"draft-received", "Record that a draft came"},
      {"draft-commented", "Record comments on a draft"},
      {"report-returned", "Send the report back to the reviewer"},
      {"report-accepted", "Accept the report"},
      {"assurance-asked", "Ask agencies or schools for assurance"},
      {"assurance-returned", "Record an answer"},
      {"assurance-waived", "Say that an answer is no longer asked for"},
      {"assurance-scrutinised", "Record what scrutiny said of an answer"},
      {"assurance-followed-up", "Record a follow-up"},
      {"training-planned", "Plan a training"},
      {"training-held", "Record that a training was held"},
      {"training-question-set", "Set a question for those who come"},
      {"training-evaluated", "Record answers to a question"},
      {"pledge-made", "Record a pledge"},
      {"pledge-reworded", "Put a pledge in other words"},
      {"pledge-answered", "Record what young people say to a pledge"},
      {"pledge-judged", "Record whether young people judge a pledge kept"},
      {"questions-attached", "Attach questions of scrutiny"},
      {"question-answered", "Answer a question of scrutiny"},
      {"reviewer-asked", "Ask the reviewer in writing"},
      {"reviewer-answered", "Record the answer of the reviewer"},
      {"plan-theme-named", "Name a theme of the plan"},
      {"plan-objective-set", "Set an objective of the plan"},
      {"plan-objective-updated", "Say how an objective stands"},
      {"plan-actions-tied", "Tie delivery actions to an objective"},
      {"plan-risk-raised", "Raise a risk to the plan"},
      {"plan-risk-updated", "Update a risk to the plan"},
      {"plan-round-held", "Record that the board looked at the plan"},
      {"chronology-received", "Record an agency’s chronology"},
      {"programme-opened", "Open a programme"},
      {"programme-step-done", "Record that a step was done"},
      {"programme-reported", "Record that the programme was reported"},
      {"programme-closed", "Close the programme"},
      {"programme-reopened", "Reopen the programme"},
      {"audit-design-settled", "Settle the design of the audit"},
      {"audit-case-selected", "Select a case for the audit"},
      {"agency-audited-case", "Record what an agency found in a case"},
      {"audit-event-held", "Record a learning event of the audit"},
      {"audit-learning-logged", "Add to the learning log"},
      {"audit-learning-followed", "Say where something that was learned went"},
      {"audit-case-referred", "Refer an audited case onward"},
      {"audit-referral-taken-up", "Say which case took up a referral"},
      {"survey-question-asked", "Ask a question in the survey"},
      {"survey-round-answered", "Record the answers of a round"},
      {"monitoring-round-held", "Record that a round of monitoring was held"},
      {"action-escalated", "Escalate an action"},
  };
  return all;
}

}  // namespace

std::string step_words(const review::Kind& kind) {
  const auto found = steps().find(kind.name);
  return found == steps().end() ? practice_words(kind.label) : std::string(found->second);
}

std::string step_words(std::string_view kind) {
  const auto* found = review::find_kind(kind);
  return found == nullptr ? std::string() : step_words(*found);
}

std::string not_open_words(const std::string& why) {
  constexpr std::string_view fits = "\" does not fit the stage ";
  const auto at = why.find(fits);
  const bool names_itself = why.starts_with('"') && at != std::string::npos;
  return practice_words(names_itself ? "It" + why.substr(at + 1) : why);
}

}  // namespace reviewd
