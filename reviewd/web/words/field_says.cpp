#include "reviewd/web/words/field_says.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace pb = google::protobuf;

/// What pages say otherwise than the schema, or besides. What is empty is as in the schema.
struct Says {
  std::string_view label{};
  std::string_view hint{};
  std::string_view missing{};
  std::string_view subject{};
};

const std::map<std::string, Says, std::less<>>& table() {
  static const std::map<std::string, Says, std::less<>> all = {
      {"Entry.occurred_on", {.subject = "The day it happened"}},
      {"Entry.decided_by", {.hint = "Leave it empty if you decided"}},
      {"Entry.decided_on",
       {.hint = "For example, 27 3 2026",
        .missing = "Enter the day of the decision",
        .subject = "The day of the decision"}},
      {"IncidentLogged.incident_on", {.subject = "The day of the incident"}},
      {"IncidentLogged.agency_aware_on", {.subject = "The day the first agency knew"}},
      {"IncidentLogged.local_authority_aware_on",
       {.missing = "Enter the day the local authority became aware",
        .subject = "The day the local authority became aware"}},
      {"IncidentLogged.abuse_or_neglect_suspected_on", {.subject = "The day abuse or neglect was first suspected"}},
      {"IncidentLogged.harm", {.missing = "Choose the gravest harm to any child"}},
      {"IncidentLogged.abuse_or_neglect", {.missing = "Choose whether abuse or neglect is known or suspected"}},
      {"LearningReferred.referred_by", {.hint = "The agency or the person", .missing = "Enter who referred the case"}},
      {"LearningReferred.concern", {.missing = "Enter what the concern is"}},
      {"CaseBroughtIn.kind", {.missing = "Choose what kind of case it is"}},
      {"CaseBroughtIn.stage_as_at", {.missing = "Choose how far the case has come"}},
      {"ContributionRequested.by_area", {.missing = "Enter which area asks"}},
      {"CircumstancesChanged.on", {.missing = "Enter the day this was known", .subject = "The day this was known"}},
      {"ReferralDecided.outcome", {.label = "What was decided?", .missing = "Choose what was decided"}},
      {"NotificationDecided.decision", {.missing = "Choose whether to notify"}},
      {"NotificationDecided.reasons", {.missing = "Enter the reasons"}},
      {"RapidReviewDecided.outcome", {.missing = "Choose what was decided"}},
      {"RapidReviewDecided.local_name",
       {.label = "What do you call it?", .hint = "If it is another local review with a name of its own"}},
      {"RapidReviewDecided.further_outcomes", {.label = "What else was decided?"}},
      {"DecisionReconsidered.outcome", {.missing = "Choose what was decided"}},
      {"PanelNotified.reference", {.label = "National reference"}},
      {"SecretaryOfStateNotified.duty", {.missing = "Choose which duty it follows"}},
      {"Informed.who", {.missing = "Choose who was told"}},
      {"SafetyConfirmed.by", {.hint = "The name of whoever saw them", .missing = "Enter who confirmed it"}},
      {"SignedOff.of", {.missing = "Choose what was signed"}},
      {"SignedOff.version", {.label = "Which version?"}},
      {"SignedOff.body", {.label = "For which body?", .missing = "Choose for which body it was signed"}},
      {"SignedOff.person", {.label = "Who signed?"}},
      {"SignedOff.capacity", {.label = "In what capacity?"}},
      {"SignedOff.view", {.label = "Does the body agree?"}},
      {"SignedOff.reasons",
       {.label = "What are the conditions, or the reasons for not agreeing?",
        .hint = "Needed unless the body agrees",
        .missing = "Enter the conditions, or the reasons for not agreeing"}},
      {"CriterionAnswer.met", {.missing = "Choose whether it is met"}},
      {"ConsideredOption.outcome",
       {.label = "Which outcome was weighed?", .missing = "Choose which outcome was weighed"}},
      {"ConsideredOption.in_favour", {.label = "What spoke for it?"}},
      {"ConsideredOption.against", {.label = "What spoke against it?"}},
      {"Dissent.by", {.missing = "Choose who disagrees"}},
      {"Dissent.reasons", {.missing = "Enter their reasons"}},
      {"Seat.agency", {.missing = "Choose the agency"}},
      {"Seat.person", {.missing = "Choose who comes for the agency, or take the agency out"}},
      {"PositionRecorded.agency", {.missing = "Choose whose view it is"}},
      {"ChallengeRaised.by", {.label = "Who raised it?"}},
      {"ChallengeRaised.text", {.missing = "Enter what the challenge is"}},
      {"ChallengeAnswered.challenge", {.label = "Which challenge is answered?"}},
      {"ChallengeAnswered.answer", {.label = "What is the answer?"}},
      {"ScrutinyGiven.how", {.label = "How did you look at the case?", .missing = "Choose how you looked at the case"}},
      {"ScrutinyGiven.meeting", {.label = "Which meeting was it?"}},
      {"ScrutinyGiven.comments", {.label = "What did you find?"}},
      {"ProceedingsOpened.kind",
       {.label = "What kind of proceedings are they?", .missing = "Choose what kind of proceedings they are"}},
      {"ProceedingsOpened.contact",
       {.label = "Who can be asked about them?",
        .hint = "For example, the officer in the case, with a telephone number"}},
      {"ProceedingsOpened.expected_end",
       {.label = "When are they expected to end?", .hint = "The month and year are enough, or the year"}},
      {"ProceedingsOpened.holds_publication", {.hint = "They do unless you say no"}},
      {"ProceedingsOpened.advice",
       {.hint = "Needed if they do not hold the report. For example, the officer in the case, letter of 4 May"}},
      {"ProceedingsOpened.next_check_on", {.label = "When will you first ask how they stand?"}},
      {"ProceedingsOpened.ask_every_weeks",
       {.hint = "As agreed with the police, the prosecutors or the court. For example, 4"}},
      {"ProceedingsUpdated.proceedings", {.label = "Which proceedings?"}},
      {"ProceedingsUpdated.node",
       {.label = "Which step is it about?", .hint = "If you give no listed day, it took place on the day it happened"}},
      {"ProceedingsUpdated.listed_on",
       {.label = "For which day is it listed?", .hint = "The month and year are enough, or the year"}},
      {"ProceedingsUpdated.replaces", {.label = "Which day does this take the place of?"}},
      {"ProceedingsUpdated.expected_end", {.label = "When are they expected to end?"}},
      {"ProceedingsUpdated.next_check_on", {.label = "When will you ask again?"}},
      {"ProceedingsConcluded.proceedings", {.label = "Which proceedings ended?"}},
      {"ProceedingsUpdated.advice", {.hint = "Needed if they no longer hold the report"}},
      {"ProceedingsUpdated.vacated", {.hint = "Say yes if no other day is known"}},
      {"ProceedingsUpdated.also_holds", {.hint = "Leave it empty if that has not changed"}},
      {"ProceedingsUpdated.contact", {.label = "Who can be asked about them now?", .hint = "If that has changed"}},
      {"ProceedingsUpdated.ask_every_weeks", {.hint = "If what was agreed has changed. For example, 4"}},
      {"ProceedingsConcluded.outcome", {.label = "How did they end?"}},
      {"ProceedingsConcluded.finding",
       {.hint = "Letters and pages say what was found, and never what was first suspected"}},
      {"ProceedingsConcluded.appeal_until",
       {.label = "Until when can somebody appeal?", .subject = "The last day for an appeal"}},
      {"ProceedingsReopened.proceedings", {.label = "Which proceedings were reopened?"}},
      {"ProceedingsReopened.reasons", {.label = "Why were they reopened?", .hint = "For example, an appeal"}},
      {"ProceedingsReopened.expected_end", {.label = "When are they expected to end now?"}},
      {"CourtOrderRecorded.advice", {.hint = "Needed if it allows an anonymised report"}},
      {"CourtOrderRecorded.court", {.label = "Which court made it?"}},
      {"CourtOrderRecorded.kind", {.label = "What kind of order is it?"}},
      {"CourtOrderRecorded.ends_on", {.label = "When does it end?"}},
      {"CourtOrderEnded.order", {.label = "Which order ended?"}},
      {"EmbargoPlaced.reason", {.label = "Why is it placed?", .missing = "Say why it is placed"}},
      {"EmbargoPlaced.proceedings", {.label = "Which proceedings is it about?"}},
      {"EmbargoPlaced.review_on",
       {.label = "By when is it to be looked at?",
        .missing = "Enter the day that it is to be looked at by",
        .subject = "The day that it is to be looked at by"}},
      {"EmbargoPlaced.readers",
       {.label = "Who may still read what it covers?",
        .hint = "If you name nobody, the review coordinators and the chair may. Only a PDF or plain text can be given "
                "to a reader, as a copy that carries their name"}},
      {"EmbargoPlaced.documents", {.label = "Which documents does it cover?", .hint = "If it covers documents"}},
      {"EmbargoReadersNamed.embargo", {.label = "Which embargo is it?"}},
      {"EmbargoReadersNamed.readers",
       {.label = "Who may read what it covers from now on?", .missing = "Choose who may read what it covers"}},
      {"EmbargoReadersNamed.reason", {.label = "Why are they named anew?", .missing = "Say why they need it"}},
      {"EmbargoExtended.embargo", {.label = "Which embargo is extended?"}},
      {"EmbargoExtended.review_on",
       {.label = "By when is it to be looked at?",
        .missing = "Enter the day that it is to be looked at by",
        .subject = "The day that it is to be looked at by"}},
      {"EmbargoExtended.reason", {.label = "Why is it extended?", .missing = "Say why it goes on"}},
      {"EmbargoLiftProposed.embargo", {.label = "Which embargo should be lifted?"}},
      {"EmbargoLiftProposed.conditions", {.label = "On which conditions?"}},
      {"EmbargoLiftProposed.evidence", {.label = "What shows that it can be lifted?"}},
      {"EmbargoLiftProposed.reasons", {.label = "Why should it be lifted?"}},
      {"EmbargoLifted.embargo", {.label = "Which embargo is lifted?"}},
      {"EmbargoLifted.evidence",
       {.label = "What shows that it can be lifted?", .missing = "Say what shows that it can be lifted"}},
      {"EmbargoLifted.reasons", {.label = "Why is it lifted?"}},
      {"FamilyContacted.review", {.label = "Which review is it about?"}},
      {"FamilyContacted.who", {.label = "Who was contacted?"}},
      {"FamilyContacted.by", {.label = "Who contacted them?"}},
      {"FamilyContacted.method", {.label = "How were they contacted?", .hint = "For example by letter, or at home"}},
      {"FamilyContacted.language", {.label = "In which language?"}},
      {"FamilyContacted.answer", {.label = "Does the family take part?"}},
      {"FamilyContacted.not_asked_because",
       {.hint = "If they have not been asked. For example, the police asked to wait until a witness was heard"}},
      {"FamilyContacted.next_on", {.label = "When will they be contacted next?"}},
      {"Finding.finding", {.label = "What was found?", .missing = "Enter what was found"}},
      {"Finding.themes", {.hint = "Write what was found first. Then they can be suggested"}},
      {"Finding.source", {.hint = "If you leave it out, it is the review that the learning comes from, if one"}},
      {"Finding.agencies", {.label = "Which agencies does it concern?"}},
      {"Finding.bears_on", {.hint = "If it confirms or contradicts another, or came too early to tell"}},
      {"BearsOn.finding", {.missing = "Choose the other finding"}},
      {"BearsOn.bearing", {.missing = "Choose what this one does"}},
      {"BearsOn.of_case", {.hint = "For example, 26-0007. Leave it empty if it is in this case"}},
      {"ImmediateActionTaken.what",
       {.label = "What was done, or is to be done at once?", .missing = "Enter what was done"}},
      {"ImmediateActionTaken.by", {.missing = "Choose who owns the action"}},
      {"ImmediateActionTaken.done_on", {.hint = "Leave both empty if it was done on that day"}},
      {"LearningCaptured.review", {.label = "Which review does it come from?"}},
      {"RecommendationMade.to", {.label = "To whom?"}},
      {"RecommendationMade.review", {.label = "Which review does it come from?"}},
      {"ActionAgreed.owner", {.label = "Who owns the action?", .missing = "Choose who owns the action"}},
      {"ActionAgreed.due_on",
       {.label = "By which day?",
        .missing = "Enter the day it must be done by",
        .subject = "The day it must be done by"}},
      {"ActionAgreed.recommendation", {.label = "Which recommendation does it follow?"}},
      {"ActionUpdated.action", {.label = "Which action?"}},
      {"ActionUpdated.progress", {.label = "How does it stand?", .missing = "Choose how it stands"}},
      {"ActionUpdated.evidence", {.label = "What shows that?"}},
      {"ActionUpdated.due_on", {.label = "Is there a new day by which it is due?"}},
      {"BriefingShared.title", {.label = "What is it called?"}},
      {"BriefingShared.with", {.label = "Who was it shared with?"}},
      {"CaseClosed.reason", {.label = "Why is it closed?", .missing = "Choose why it is closed"}},
      {"CaseClosed.reasons", {.label = "More on why"}},
      {"EntryWithdrawn.entry", {.missing = "Choose which update is withdrawn"}},
      {"EntryWithdrawn.reason", {.missing = "Choose why it is withdrawn"}},
      {"EntryCorrected.reason", {.missing = "Enter why it is corrected"}},
      {"NoteAdded.text", {.missing = "Enter what was said or noted"}},
      {"MeetingCalled.title", {.missing = "Enter what the meeting is called"}},
      {"MeetingCalled.held_on", {.missing = "Enter the day of the meeting", .subject = "The day of the meeting"}},
      {"MeetingCalled.begins_at", {.hint = "For example, 9:30am or 2pm"}},
      {"ItemRecommended.recommends", {.missing = "Choose what the meeting recommends"}},
      {"PositionRecorded.recommends", {.missing = "Choose what the agency recommends"}},
      {"ItemConflictDeclared.person", {.missing = "Choose whose conflict it is"}},
      {"ItemConflictDeclared.managed", {.missing = "Choose how it is managed"}},
      {"ConflictDeclared.managed", {.missing = "Choose how it is managed"}},
      {"CirculationStarted.question", {.missing = "Enter what they are asked"}},
      {"AgencyReturnReceived.request", {.label = "Which request does it answer?"}},
      {"AgencyReturnReceived.summary", {.label = "What does it say, in short?"}},
      {"AgencyReturnReceived.author", {.label = "Who wrote it?"}},
      {"AgencyReturnSentBack.due_on", {.label = "By when is it needed?"}},
      {"DocumentFiled.title", {.missing = "Enter a title"}},
      {"LatenessExplained.clock", {.label = "Which date was not kept?", .missing = "Choose which date was not kept"}},
      {"LatenessExplained.reason", {.label = "Why was it not kept?", .missing = "Enter why it was not kept"}},
      {"MemberAdded.person", {.label = "Who may see the case?", .missing = "Choose who may see the case"}},
      {"MemberAdded.role", {.label = "What are they in this case?", .missing = "Choose what they are in this case"}},
      {"MemberAdded.from", {.label = "From which day?"}},
      {"MemberAdded.until", {.label = "Until which day?"}},
      {"MemberRemoved.person", {.label = "Whose access ends?", .missing = "Choose whose access ends"}},
      {"MemberRemoved.reason", {.label = "Why does it end?"}},
      {"DelayReported.to", {.label = "Who was told?", .missing = "Choose who was told"}},
      {"DelayReported.reasons", {.label = "Why is it late?"}},
      {"DelayReported.review", {.label = "Which review is late?"}},
      {"DelayReported.expected_on", {.hint = "The month and year are enough, or the year"}},
      {"PublicationPlanned.reasons", {.label = "Why this day, or why did it move?"}},
      {"PublicationStepAssigned.review", {.label = "Which review is it about?"}},
      {"PublicationStepAssigned.step", {.label = "Which step is it?", .missing = "Choose which step it is"}},
      {"PublicationStepAssigned.owner", {.missing = "Choose who does it"}},
      {"PublicationStepDone.review", {.label = "Which review is it about?"}},
      {"PublicationStepDone.step", {.label = "Which step was done?", .missing = "Choose which step was done"}},
      {"PublicationStepDone.version",
       {.label = "With which version of the report?", .hint = "Leave it empty for the accepted version"}},
      {"ReportRehearsed.review", {.label = "Which review is it about?"}},
      {"ReportRehearsed.version",
       {.label = "Which version was checked?", .hint = "Leave it empty for the accepted version"}},
      {"ReportRehearsed.document", {.label = "Which document was checked?"}},
      {"ReportRehearsed.left", {.label = "How many places were left that may tell who somebody is?"}},
      {"ReportRehearsed.reasons", {.label = "Why were they left?", .hint = "Needed if places were left"}},
      {"DocumentFiled.review", {.label = "Which review is it the report of?"}},
      {"PublicationPlanned.planned_on",
       {.label = "For which day is it planned?",
        .missing = "Enter the day it is planned for",
        .subject = "The day it is planned for"}},
      {"AdvanceCopySent.to", {.label = "Who was it sent to?"}},
      {"ReportPublished.form", {.label = "In what form?"}},
      {"ReportPublished.title", {.label = "What is the report called?"}},
      {"ReportPublished.document", {.label = "Which document is published?"}},
      {"ReportReplaced.document", {.label = "Which document takes its place?"}},
      {"ReportTakenDown.reason", {.label = "Why is it taken down?", .missing = "Choose why it is taken down"}},
      {"MaterialDisclosed.to", {.label = "Who was it disclosed to?", .missing = "Choose who it was disclosed to"}},
      {"MaterialDisclosed.items", {.label = "What was disclosed?"}},
      {"MaterialDisclosed.authority", {.label = "Who allowed it?", .hint = "For example, the order of a court"}},
      {"OtherAreaInvolved.area", {.label = "Which area?", .missing = "Choose which area it is"}},
      {"LeadAgreed.area", {.label = "Which area leads?", .missing = "Choose which area leads"}},
      {"CaseTransferred.to", {.label = "Which area takes it over?", .missing = "Choose which area takes it over"}},
      {"Informed.about", {.label = "What were they told?"}},
      {"Informed.how", {.label = "How were they told?"}},
      {"PlanThemeNamed.title", {.missing = "Enter what the theme is called"}},
      {"PlanObjectiveSet.what", {.missing = "Enter what is to be achieved"}},
      {"PlanObjectiveSet.aligned_to", {.missing = "Say what the objective follows from"}},
      {"PlanObjectiveSet.owner", {.label = "Who answers for it?", .missing = "Choose who answers for it"}},
      {"PlanObjectiveSet.due_on",
       {.label = "By which day?",
        .missing = "Enter the day it must be achieved by",
        .subject = "The day it must be achieved by"}},
      {"AlignedTo.source", {.missing = "Choose where it comes from"}},
      {"AlignedTo.finding", {.label = "Which finding?"}},
      {"AlignedTo.recommendation", {.label = "Which recommendation?"}},
      {"PlanObjectiveUpdated.objective", {.label = "Which objective?"}},
      {"PlanObjectiveUpdated.status", {.missing = "Choose how it stands"}},
      {"PlanObjectiveUpdated.update", {.missing = "Enter what happened since the last update"}},
      {"PlanObjectiveUpdated.due_on", {.label = "Is there a new day by which it is due?"}},
      {"PlanActionsTied.objective", {.label = "Which objective?"}},
      {"PlanActionsTied.actions", {.missing = "Choose which actions deliver it"}},
      {"PlanRiskRaised.what", {.missing = "Enter what may happen"}},
      {"PlanRiskRaised.likelihood", {.missing = "Choose how likely it is"}},
      {"PlanRiskRaised.impact", {.missing = "Choose how much it would matter"}},
      {"PlanRiskRaised.owner", {.label = "Who watches it?", .missing = "Choose who watches it"}},
      {"PlanRiskUpdated.risk", {.label = "Which risk?"}},
      {"PlanRiskUpdated.update", {.missing = "Enter what happened"}},
      {"PlanRoundHeld.by", {.missing = "Choose who looked at the plan"}},
      {"QuestionsAttached.questions", {.missing = "Choose which questions are asked"}},
      {"QuestionsAttached.review", {.label = "Which review are they asked of?"}},
      {"QuestionsAttached.document", {.label = "Which report are they asked of?"}},
      {"QuestionAnswered.question", {.missing = "Choose which question is answered"}},
      {"QuestionAnswered.review", {.label = "Which review is it asked of?"}},
      {"QualityPoint.point", {.missing = "Choose which point it is"}},
      {"QualityPoint.judgement", {.missing = "Choose how it stands"}},
      {"ReviewerAsked.review", {.label = "Which review is it about?"}},
      {"ReviewerAsked.what", {.missing = "Enter what the reviewer is asked for"}},
      {"ReviewerAsked.due_on", {.hint = "Leave it empty for the usual time"}},
      {"ReviewerAnswered.answer", {.missing = "Enter what the reviewer says"}},
      {"MonitoringRoundHeld.monitored_by", {.missing = "Choose which group looked at its actions"}},
      {"MonitoringRoundHeld.from",
       {.missing = "Enter the first day of the round", .subject = "The first day of the round"}},
      {"MonitoringRoundHeld.until",
       {.missing = "Enter the last day of the round", .subject = "The last day of the round"}},
      {"ActionEscalated.action", {.label = "Which action?"}},
      {"ActionEscalated.why", {.missing = "Enter why it is escalated"}},
      {"Despite.reasons", {.label = "Why was the rule not kept?", .missing = "Enter why the rule was not kept"}},
      {"Despite.authorised_by", {.label = "Who authorised it?", .missing = "Enter who authorised it"}},
  };
  return all;
}

const Says& says_of(const pb::FieldDescriptor& field) {
  static const Says nothing;
  const auto found = table().find(fmt::format("{}.{}", field.containing_type()->name(), field.name()));
  return found == table().end() ? nothing : found->second;
}

/// Somebody chooses it among what is shown, rather than types it.
bool is_chosen(const pb::FieldDescriptor& field) {
  return field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM ||
         field.cpp_type() == pb::FieldDescriptor::CPPTYPE_BOOL || review::rules_of(field).form() == review::v1::BODY ||
         review::rules_of(field).form() == review::v1::KIND;
}

/// `the due date` from `Due date`: a word in capitals keeps them.
std::string in_sentence(std::string_view label) {
  std::string words(label);
  const bool is_name = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
  if (!words.empty() && !is_name && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] + 32);
  return words;
}

}  // namespace

std::string field_label(const pb::FieldDescriptor& field) {
  const auto& says = says_of(field);
  return screen_words(says.label.empty() ? review::rules_of(field).label() : std::string(says.label));
}

bool is_about_an_entry(const review::Kind& kind) {
  return kind.name == "entry-corrected" || kind.name == "entry-withdrawn";
}

std::string day_label(const review::Kind& kind) {
  if (kind.name == "entry-corrected") return "On which day was it corrected?";
  if (kind.name == "entry-withdrawn") return "On which day was it withdrawn?";
  return field_label(*review::v1::Entry::descriptor()->FindFieldByName("occurred_on"));
}

std::string field_hint(const pb::FieldDescriptor& field) {
  const auto& says = says_of(field);
  return says.hint.empty() ? review::rules_of(field).hint() : std::string(says.hint);
}

std::string missing_words(const pb::FieldDescriptor& field, std::string_view label) {
  const auto& says = says_of(field);
  if (!says.missing.empty()) return std::string(says.missing);
  const auto* verb = is_chosen(field) ? "Choose" : "Enter";
  if (label.ends_with('?')) return fmt::format("{} an answer to “{}”", verb, label);
  if (review::is_day(field)) return fmt::format("Enter a day for “{}”", label);
  return fmt::format("{} the {}", verb, in_sentence(label));
}

std::string day_subject(const pb::FieldDescriptor& field, std::string_view label) {
  const auto& says = says_of(field);
  return says.subject.empty() ? fmt::format("The day of “{}”", label) : std::string(says.subject);
}

}  // namespace reviewd
