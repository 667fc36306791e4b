#include "reviewd/letters/letter_text.hpp"
#include "reviewd/letters/letter_words.hpp"

namespace reviewd {
namespace {

using review::v1::Entry;
using review::v1::IncidentLogged;

void say_decision(LetterText& text, const LetterFacts& facts) {
  const auto& notified = newest_of(facts, Entry::kPanelNotified);
  const auto& decided = newest_of(facts, Entry::kNotificationDecided);
  text.heading("Notification");
  text.need("Local authority", letter_name(facts.of_case.local_authority()));
  text.need("National reference", notified.panel_notified().reference());
  text.need("Notified on", day_of(notified));
  text.need("Decision", letter_choice(decided.notification_decided().decision()));
  text.need("Reasons for the decision", decided.notification_decided().reasons());
}

void incident(LetterText& text, const IncidentLogged& logged) {
  text.heading("The incident");
  text.need("Date of the incident", letter_day(logged.incident_on()));
  text.may("Time", logged.incident_time());
  text.need("Local authority became aware", letter_day(logged.local_authority_aware_on()));
  text.may("Abuse or neglect first suspected", letter_day(logged.abuse_or_neglect_suspected_on()));
  text.need("Nature of the incident", letter_choice(logged.harm()));
  text.need("Abuse or neglect", letter_choice(logged.abuse_or_neglect()));
  text.need("Local authority where it happened", letter_name(logged.occurred_in()));
  text.need("Local authority where the child lives", letter_name(logged.resident_in()));
  text.need("Place", logged.place());
  text.need("Suspected cause", logged.cause());
  text.need("What happened", logged.summary());
}

void family(LetterText& text, const IncidentLogged& logged) {
  text.heading("Family and household");
  paper::Table table{
      "Family and household", {"Relation to the child", "Name", "Date of birth", "Same household"}, {}, {2, 2, 2, 1}};
  for (const auto& person : logged.family()) {
    table.rows.push_back({person.relation(), person.name(), letter_day(person.born_on()),
                          person.has_same_household() ? (person.same_household() ? "Yes" : "No") : ""});
  }
  text.table(std::move(table), "family and household");
}

void others(LetterText& text, const LetterFacts& facts, const IncidentLogged& logged) {
  const auto& safe = newest_of(facts, Entry::kSafetyConfirmed);
  text.heading("Agencies, safety and contact");
  text.need("Agencies that know the child or family", letter_names(logged.agencies()));
  text.need("Joint agency response", logged.has_joint_agency_response()
                                         ? (logged.joint_agency_response() ? std::string("Yes") : std::string("No"))
                                         : std::string());
  text.need("Media interest", logged.has_media_interest()
                                  ? (logged.media_interest() ? std::string("Yes") : std::string("No"))
                                  : std::string());
  text.need("Safety of the child and siblings confirmed",
            safe.has_safety_confirmed()
                ? letter_day(safe.safety_confirmed().on().empty() ? safe.occurred_on() : safe.safety_confirmed().on())
                : std::string());
  text.need("Contact for questions", logged.contact());
}

}  // namespace

Letter notification_letter(const LetterFacts& facts) {
  LetterText text(facts, "Summary of a serious incident notification");
  const auto& logged = newest_of(facts, Entry::kIncidentLogged).incident_logged();
  say_decision(text, facts);
  text.heading("The child or children");
  int number = 0;
  for (const auto& child : logged.children()) {
    ++number;
    text.part(child.pseudonym().empty() ? "Child " + std::to_string(number) : child.pseudonym());
    text.facts(letter_facts_of(child, {"child", "pseudonym", "sibling_of", "status_known_on"}));
  }
  if (number == 0) text.missing("the child");
  incident(text, logged);
  family(text, logged);
  others(text, facts, logged);
  return std::move(text).letter();
}

}  // namespace reviewd
