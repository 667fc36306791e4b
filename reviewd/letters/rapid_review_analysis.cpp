#include <algorithm>

#include "libreview/chronology/chronology.hpp"
#include "reviewd/letters/letter_words.hpp"
#include "reviewd/letters/rapid_review_parts.hpp"

namespace reviewd {
namespace {

using review::v1::Entry;

const review::v1::RapidReviewDecided& rapid_review_of(const LetterFacts& facts) {
  return newest_of(facts, Entry::kRapidReviewDecided).rapid_review_decided();
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

std::string days_of(const review::v1::ChronologyRow& row) {
  const auto until = letter_day(row.until());
  return letter_day(row.on()) + (until.empty() ? "" : " to " + until);
}

/// The words of one column of agencies' chronologies, by day; nothing where no row has any.
template <class Words>
void from_chronologies(LetterText& text, const LetterFacts& facts, const std::string& caption, const Words& words) {
  paper::Table table{caption, {"Day", "Agency", "What it says"}, {}, {2, 2, 5}};
  const auto merged = review::merge_chronology(facts.entries);
  for (const auto& line : merged.lines) {
    if (!words(line.row).empty()) table.rows.push_back({days_of(line.row), letter_name(line.agency), words(line.row)});
  }
  if (!table.rows.empty()) text.table(std::move(table), "");
}

}  // namespace

/// Of each agency what counts: its chronology, or the lines of its summary.
void background(LetterText& text, const LetterFacts& facts) {
  text.heading("5. Background and timeline");
  paper::Table table{
      "What agencies recorded, by day", {"Day", "Agency", "What happened", "Child seen"}, {}, {2, 2, 5, 1}};
  const auto merged = review::merge_chronology(facts.entries);
  for (const auto& line : merged.lines) {
    table.rows.push_back(
        {days_of(line.row), letter_name(line.agency), line.row.what(), letter_choice(line.row.child_seen())});
  }
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
  text.part("Key episodes");
  text.tell(rapid_review_of(facts).key_episodes(), "what happened in the key episodes, and why");
  from_chronologies(text, facts, "What agencies make of it",
                    [](const review::v1::ChronologyRow& row) -> const std::string& { return row.analysis(); });
}

void child_voice(LetterText& text, const LetterFacts& facts) {
  text.heading("8. The child's voice and daily life");
  text.tell(rapid_review_of(facts).child_voice(), "what the child said, and what daily life was like for them");
  from_chronologies(text, facts, "What the child said or showed, as agencies recorded it",
                    [](const review::v1::ChronologyRow& row) -> const std::string& { return row.voice(); });
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
  text.part("Earlier reviews");
  text.tell(rapid_review_of(facts).earlier_reviews(), "which earlier reviews found the same");
  if (!facts.themes_before.empty()) {
    text.table({"Themes of this case that were found before, as this record has it",
                {"Theme", "How often", "Last in"},
                facts.themes_before,
                {3, 3, 4}},
               "");
  }
  if (!facts.recommended_before.empty()) {
    text.table({"Recommendations of this case that were made before, as this record has it",
                {"Here", "Before, in", "What it said", "What became of it"},
                facts.recommended_before,
                {4, 2, 4, 3}},
               "");
  }
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
