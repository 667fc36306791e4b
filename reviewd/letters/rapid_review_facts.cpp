#include <algorithm>
#include <map>

#include "reviewd/letters/letter_words.hpp"
#include "reviewd/letters/rapid_review_parts.hpp"

namespace reviewd {
namespace {

using review::v1::Entry;

const review::v1::IncidentLogged& incident_of(const LetterFacts& facts) {
  return newest_of(facts, Entry::kIncidentLogged).incident_logged();
}

std::string name_of(const review::v1::Child& child, int number) {
  return child.pseudonym().empty() ? "Child " + std::to_string(number) : child.pseudonym();
}

const review::v1::RapidReviewDecided& decision_of(const LetterFacts& facts) {
  return newest_of(facts, Entry::kRapidReviewDecided).rapid_review_decided();
}

/// The meeting that the decision names; the newest where it names none.
const Entry& rapid_review_meeting(const LetterFacts& facts) {
  const auto& named = decision_of(facts).meeting();
  const auto* found = &newest_of(facts, Entry::kMeetingHeld);
  for (const auto* entry : entries_of(facts, Entry::kMeetingHeld)) {
    if (entry->meeting_held().meeting() == named) found = entry;
  }
  return *found;
}

/// Which genograms go with the letter, each by the title of its newest version.
void genograms(LetterText& text, const LetterFacts& facts) {
  std::map<std::string, std::pair<bool, const Entry*>> documents;
  for (const auto* entry : entries_of(facts, Entry::kDocumentFiled)) {
    auto& [is_genogram, newest] = documents[entry->document_filed().document()];
    is_genogram = is_genogram || entry->document_filed().sort() == review::v1::DOCUMENT_SORT_GENOGRAM;
    newest = entry;
  }
  std::vector<std::string> attached;
  for (const auto& [name, document] : documents) {
    const auto& [is_genogram, newest] = document;
    if (is_genogram)
      attached.push_back("Attach: " + newest->document_filed().title() + ", filed on " + day_of(*newest));
  }
  text.part("Genogram");
  text.list(std::move(attached), "a genogram: file one as a document of that kind");
}

}  // namespace

void reference_and_dates(LetterText& text, const LetterFacts& facts) {
  const auto& notified = newest_of(facts, Entry::kPanelNotified);
  const auto& logged = incident_of(facts);
  text.heading("1. Reference and dates");
  text.need("National reference", notified.panel_notified().reference());
  text.need("Incident", letter_day(logged.incident_on()));
  text.need("Local authority became aware", letter_day(logged.local_authority_aware_on()));
  text.need("National Panel notified", day_of(notified));
  text.need("Rapid review meeting", day_of(rapid_review_meeting(facts)));
  text.need("Decision of the partners", day_of(newest_of(facts, Entry::kRapidReviewDecided)));
  text.may("Sent to the National Panel", day_of(newest_of(facts, Entry::kRapidReviewSubmitted)));
}

void who_took_part(LetterText& text, const LetterFacts& facts) {
  text.heading("2. Who took part");
  paper::Table table{"Who was asked to the rapid review meeting, and who came", {"Agency", "Person", "Came"}, {}, {}};
  const auto& held = rapid_review_meeting(facts).meeting_held();
  text.need("Chair of the meeting", letter_name(held.chair()));
  for (const auto& one : held.attendance())
    table.rows.push_back({letter_name(one.agency()), letter_name(one.person()),
                          letter_choice(one.has_presence() ? one.presence() : review::v1::PRESENCE_PRESENT)});
  text.table(std::move(table), "who came to the rapid review meeting");
}

void children_and_family(LetterText& text, const LetterFacts& facts) {
  text.heading("3. The children and the family");
  const auto& logged = incident_of(facts);
  int number = 0;
  for (const auto& child : logged.children()) {
    text.part(name_of(child, ++number));
    // Who they are by name, the notification says; this text goes further, and of the record's fields it has no name.
    text.facts(letter_facts_of(
        child, {"child", "pseudonym", "sibling_of", "status_known_on", "name", "address", "nhs_number", "born_on",
                "other_names", "school", "ethnicity", "faith", "language", "disability", "gender"}));
  }
  if (number == 0) text.missing("the child");
  text.part("Family and household");
  paper::Table table{
      "Family and household, without names", {"Relation to the child", "Same household", "Note"}, {}, {}};
  for (const auto& person : logged.family()) {
    table.rows.push_back({person.relation(),
                          person.has_same_household() ? (person.same_household() ? "Yes" : "No") : "", person.note()});
  }
  text.table(std::move(table), "family and household");
  genograms(text, facts);
}

void what_happened(LetterText& text, const LetterFacts& facts) {
  const auto& logged = incident_of(facts);
  text.heading("4. What happened");
  text.need("Nature of the incident", letter_choice(logged.harm()));
  text.need("Abuse or neglect", letter_choice(facts.of_case.abuse_or_neglect()));
  text.need("Place", logged.place());
  text.need("Suspected cause", logged.cause());
  text.need("What happened", logged.summary());
}

namespace {

/// The action that an immediate action is followed as; null for one of before they were followed.
const review::v1::Action* followed_as(const LetterFacts& facts, const Entry& taken) {
  const auto& all = facts.of_case.actions();
  const auto& name = taken.immediate_action_taken().action();
  const auto found =
      std::ranges::find_if(all, [&](const review::v1::Action& one) { return !name.empty() && one.action() == name; });
  return found == all.end() ? nullptr : &*found;
}

/// Since when it is complete, as it was said last; else how it stands.
std::string done_words(const Entry& taken, const review::v1::Action* action) {
  const auto& one = taken.immediate_action_taken();
  if (action != nullptr && !action->complete()) {
    const auto stands = letter_choice(action->progress());
    return stands.empty() ? "Not yet" : "Not yet: " + stands;
  }
  if (action != nullptr && !action->complete_since().empty()) return letter_day(action->complete_since());
  if (one.done_on().empty() && !one.due_on().empty()) return "Not recorded here";
  return letter_day(one.done_on().empty() ? taken.occurred_on() : one.done_on());
}

}  // namespace

void immediate_actions(LetterText& text, const LetterFacts& facts) {
  text.heading("10. What was done at once");
  paper::Table table{"Immediate actions", {"What", "Owner", "Due", "Done"}, {}, {4, 2, 2, 2}};
  for (const auto* entry : entries_of(facts, Entry::kImmediateActionTaken)) {
    const auto& one = entry->immediate_action_taken();
    const auto* action = followed_as(facts, *entry);
    table.rows.push_back({one.what(), letter_name(one.by()),
                          letter_day(action == nullptr || one.due_on().empty() ? one.due_on() : action->due_on()),
                          done_words(*entry, action)});
  }
  text.table(std::move(table), "anything that was done at once");
}

void identity(LetterText& text, const LetterFacts& facts) {
  text.heading("7. Identity, culture and inequality");
  int number = 0;
  for (const auto& child : incident_of(facts).children()) {
    text.part(name_of(child, ++number));
    text.need("Ethnicity", child.ethnicity());
    text.need("Faith or belief", child.faith());
    text.need("First language", child.language());
    text.may("Gender identity", child.gender());
    text.need("Disability", letter_names(child.disability()));
  }
  text.part("What it meant");
  text.tell(decision_of(facts).inequality(),
            "what racism, culture, disability and other inequality meant for the child");
}

}  // namespace reviewd
