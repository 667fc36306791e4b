#include <algorithm>

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

/// The newest return of each agency, by name.
std::vector<const Entry*> newest_returns(const LetterFacts& facts) {
  std::vector<const Entry*> newest;
  for (const auto* entry : entries_of(facts, Entry::kAgencyReturnReceived)) {
    const auto& agency = entry->agency_return_received().agency();
    std::erase_if(newest, [&](const auto* one) { return one->agency_return_received().agency() == agency; });
    newest.push_back(entry);
  }
  std::ranges::sort(newest, {},
                    [](const auto* one) -> const std::string& { return one->agency_return_received().agency(); });
  return newest;
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
  text.need("Rapid review meeting", day_of(newest_of(facts, Entry::kMeetingHeld)));
  text.need("Decision of the partners", day_of(newest_of(facts, Entry::kRapidReviewDecided)));
  text.may("Sent to the National Panel", day_of(newest_of(facts, Entry::kRapidReviewSubmitted)));
}

void who_took_part(LetterText& text, const LetterFacts& facts) {
  text.heading("2. Who took part");
  paper::Table table{"Who was asked to the rapid review meeting, and who came", {"Agency", "Person", "Came"}, {}, {}};
  for (const auto& one : newest_of(facts, Entry::kMeetingHeld).meeting_held().attendance())
    table.rows.push_back({letter_name(one.agency()), letter_name(one.person()),
                          letter_choice(one.has_presence() ? one.presence() : review::v1::PRESENCE_PRESENT)});
  text.table(std::move(table), "who came to the rapid review meeting");
  text.missing("who chaired the meeting");
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
  text.missing("a genogram; attach it where you have one");
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

void background(LetterText& text, const LetterFacts& facts) {
  struct Line {
    std::string on;
    std::vector<std::string> cells;
  };
  std::vector<Line> lines;
  for (const auto* entry : newest_returns(facts)) {
    const auto& received = entry->agency_return_received();
    for (const auto& line : received.chronology()) {
      lines.push_back(
          {line.on(),
           {letter_day(line.on()), letter_name(received.agency()), line.what(), letter_choice(line.child_seen())}});
    }
  }
  std::ranges::stable_sort(lines, {}, &Line::on);
  text.heading("5. Background and timeline");
  paper::Table table{
      "What agencies recorded, by day", {"Day", "Agency", "What happened", "Child seen"}, {}, {2, 2, 5, 1}};
  for (auto& line : lines) table.rows.push_back(std::move(line.cells));
  text.table(std::move(table), "a timeline: no agency gave one");
}

void agency_involvement(LetterText& text, const LetterFacts& facts) {
  text.heading("6. What agencies did, and what that tells");
  const auto received = newest_returns(facts);
  for (const auto* entry : received) {
    const auto& one = entry->agency_return_received();
    text.part(letter_name(one.agency()));
    text.facts(letter_facts_of(one, {"agency", "request", "good_practice", "learning", "author"}));
  }
  if (received.empty()) text.missing("what agencies did: no agency summary is here");
  for (const auto& agency : agencies_asked(facts)) {
    const bool answered = std::ranges::any_of(
        received, [&](const auto* one) { return one->agency_return_received().agency() == agency; });
    if (!answered) text.missing("the summary of " + letter_name(agency) + ", which was asked for one");
  }
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
  text.missing("what racism, culture, disability and other inequality meant for the child");
}

void good_practice(LetterText& text, const LetterFacts& facts) {
  text.heading("9. What went well");
  std::vector<std::string> all;
  for (const auto* entry : newest_returns(facts)) {
    const auto& one = entry->agency_return_received();
    if (!one.good_practice().empty()) all.push_back(letter_name(one.agency()) + ": " + one.good_practice());
  }
  text.list(std::move(all), "what went well");
}

void immediate_actions(LetterText& text, const LetterFacts& facts) {
  text.heading("10. What was done at once");
  paper::Table table{"Immediate actions", {"What", "Owner", "Due", "Done"}, {}, {4, 2, 2, 2}};
  for (const auto* entry : entries_of(facts, Entry::kImmediateActionTaken)) {
    const auto& one = entry->immediate_action_taken();
    const bool is_open = one.done_on().empty() && !one.due_on().empty();
    const auto done = one.done_on().empty() ? entry->occurred_on() : one.done_on();
    table.rows.push_back({one.what(), letter_name(one.by()), letter_day(one.due_on()),
                          is_open ? std::string("Not recorded here") : letter_day(done)});
  }
  text.table(std::move(table), "anything that was done at once");
}

void learning(LetterText& text, const LetterFacts& facts) {
  text.heading("11. What was learned");
  paper::Table table{"Findings", {"What was found", "Why it happened", "Themes"}, {}, {4, 3, 2}};
  for (const auto* entry : entries_of(facts, Entry::kLearningCaptured)) {
    for (const auto& finding : entry->learning_captured().findings()) {
      std::string themes;
      for (const auto& id : finding.themes()) {
        const auto* theme = facts.law.theme(id);
        themes += (themes.empty() ? "" : ", ") + (theme == nullptr ? letter_name(id) : theme->title);
      }
      table.rows.push_back({finding.finding(), finding.why(), themes});
    }
  }
  text.table(std::move(table), "what was learned");
  std::vector<std::string> agencies;
  for (const auto* entry : newest_returns(facts)) {
    const auto& one = entry->agency_return_received();
    if (!one.learning().empty()) agencies.push_back(letter_name(one.agency()) + ": " + one.learning());
  }
  if (agencies.empty()) return;
  text.part("What agencies say can be learned");
  text.list(std::move(agencies), "");
}

}  // namespace reviewd
