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
      {"Dissent.by", {.missing = "Choose who disagrees"}},
      {"Dissent.reasons", {.missing = "Enter their reasons"}},
      {"Seat.agency", {.missing = "Choose the agency"}},
      {"Seat.person", {.missing = "Choose who comes for the agency, or take the agency out"}},
      {"PositionRecorded.agency", {.missing = "Choose whose view it is"}},
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
