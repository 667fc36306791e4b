#include <fmt/format.h>

#include <algorithm>

#include "reviewd/letters/letter_words.hpp"
#include "reviewd/letters/rapid_review_parts.hpp"

namespace reviewd {
namespace {

using review::v1::Entry;

const review::v1::RapidReviewDecided& decided(const LetterFacts& facts) {
  return newest_of(facts, Entry::kRapidReviewDecided).rapid_review_decided();
}

std::string question_of(const LetterFacts& facts, const std::string& id) {
  const auto& all = facts.law.criteria();
  const auto found = std::ranges::find(all, id, &review::Criterion::id);
  return found == all.end() ? letter_name(id) : found->question;
}

template <class Answers>
std::vector<std::vector<std::string>> answers_in(const LetterFacts& facts, const Answers& answers) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : answers)
    rows.push_back({question_of(facts, one.criterion()), letter_choice(one.met()), one.reason()});
  return rows;
}

bool is_local_review(review::v1::Outcome outcome) {
  return outcome == review::v1::OUTCOME_LCSPR || outcome == review::v1::OUTCOME_THEMATIC_LCSPR;
}

/// As it counts now: a reconsidered decision takes the place of the first.
review::v1::Outcome outcome_of(const LetterFacts& facts) {
  const auto& again = newest_of(facts, Entry::kDecisionReconsidered).decision_reconsidered();
  return again.has_outcome() ? again.outcome() : decided(facts).outcome();
}

}  // namespace

void criteria(LetterText& text, const LetterFacts& facts) {
  text.heading("12. The criteria");
  const std::vector<std::string> columns{"Question", "Met", "Why"};
  const auto& notified = newest_of(facts, Entry::kNotificationDecided).notification_decided();
  text.table({"Whether to notify", columns, answers_in(facts, notified.criteria()), {4, 1, 4}},
             "the criteria for notifying, each with its answer");
  text.table({"Which review", columns, answers_in(facts, decided(facts).criteria()), {4, 1, 4}},
             "the criteria for a review, each with its answer");
}

void decision(LetterText& text, const LetterFacts& facts) {
  const auto& first = decided(facts);
  const auto& again = newest_of(facts, Entry::kDecisionReconsidered);
  text.heading("13. The decision");
  text.need("Decision", letter_choice(first.outcome()));
  text.may("Called here", first.local_name());
  text.need("Reasons for the decision", first.reasons());
  if (again.has_decision_reconsidered()) {
    text.need("Decided again on " + day_of(again), letter_choice(again.decision_reconsidered().outcome()));
    text.need("Reasons for deciding again", again.decision_reconsidered().reasons());
  }
  if (first.options_size() != 0) {
    paper::Table options{"Options that were weighed", {"Option", "For it", "Against it"}, {}, {}};
    for (const auto& one : first.options())
      options.rows.push_back({letter_choice(one.outcome()), one.in_favour(), one.against()});
    text.table(std::move(options), "");
  }
  if (first.has_outcome() && first.dissent_size() == 0) text.say("No other view is recorded.");
  if (first.dissent_size() == 0) return;
  paper::Table dissent{"Views that differ", {"Whose", "Why"}, {}, {1, 3}};
  for (const auto& one : first.dissent()) dissent.rows.push_back({letter_name(one.by()), one.reasons()});
  text.table(std::move(dissent), "");
}

void national_review(LetterText& text, const LetterFacts& facts) {
  text.heading("14. Whether a national review is proposed");
  const auto& first = decided(facts);
  text.need("The partners propose a national review",
            first.has_proposes_national_review() ? (first.proposes_national_review() ? "Yes" : "No") : "");
}

void next_steps(LetterText& text, const LetterFacts& facts) {
  text.heading("15. What follows");
  const auto outcome = outcome_of(facts);
  const auto& commissioned = newest_of(facts, Entry::kReviewCommissioned);
  if (commissioned.has_review_commissioned()) {
    const auto& review = commissioned.review_commissioned();
    text.need("Commissioned on", day_of(commissioned));
    text.need("Reviewers", letter_names(review.reviewers()));
    text.need("Independence", review.independence());
    text.need("Terms of reference", review.terms_of_reference());
    text.need("Method", review.method());
    text.need("Report expected", letter_day(review.expected_on()));
    text.list({review.key_lines_of_enquiry().begin(), review.key_lines_of_enquiry().end()}, "key lines of enquiry");
  } else if (is_local_review(outcome)) {
    text.missing("the scope, questions, method, reviewer and dates of the review: it is not commissioned");
  }
  if (is_local_review(outcome)) return;
  paper::Table actions{"How what was learned is put into practice", {"What", "Owner", "Due"}, {}, {4, 2, 2}};
  for (const auto* entry : entries_of(facts, Entry::kActionAgreed)) {
    const auto& one = entry->action_agreed();
    actions.rows.push_back({one.what(), letter_name(one.owner()), letter_day(one.due_on())});
  }
  text.table(std::move(actions), "how what was learned is put into practice");
}

void proceedings(LetterText& text, const LetterFacts& facts) {
  text.heading("16. Other proceedings and publication");
  if (facts.of_case.proceedings().empty()) {
    text.say("No proceedings are recorded.");
  } else {
    paper::Table table{"Other proceedings", {"Which", "Since", "Expected to end", "Holds publication"}, {}, {}};
    for (const auto& one : facts.of_case.proceedings()) {
      table.rows.push_back({letter_choice(one.kind()), letter_day(one.opened_on()),
                            one.open() ? letter_day(one.expected_end()) : "Ended " + letter_day(one.concluded_on()),
                            one.holds_publication() ? "Yes" : "No"});
    }
    text.table(std::move(table), "");
  }
  const auto& logged = newest_of(facts, Entry::kIncidentLogged).incident_logged();
  text.need("What publication could put at risk", decided(facts).publication_risk());
  text.need("Media interest", logged.has_media_interest() ? (logged.media_interest() ? "Yes" : "No") : "");
}

/// The choice, the reason where it was not asked, and the words.
std::string family_answer(const review::v1::FamilyContacted& one) {
  std::string says = letter_choice(one.answer());
  for (const auto& more : {one.not_asked_because(), one.response()}) {
    if (!more.empty()) says += (says.empty() ? "" : ": ") + more;
  }
  return says;
}

void family_informed(LetterText& text, const LetterFacts& facts) {
  text.heading("17. What the family was told");
  paper::Table table{"Contacts with the family", {"Day", "Who", "Offered", "Answer"}, {}, {2, 2, 3, 3}};
  for (const auto* entry : entries_of(facts, Entry::kFamilyContacted)) {
    const auto& one = entry->family_contacted();
    table.rows.push_back({day_of(*entry), one.who(), one.offer(), family_answer(one)});
  }
  text.table(std::move(table), "whether the family was told");
}

void signatures(LetterText& text, const LetterFacts& facts) {
  text.heading("18. Signatures");
  paper::Table table{"Who signed the rapid review", {"Body", "Person", "View", "Day"}, {}, {}};
  for (const auto* entry : entries_of(facts, Entry::kSignedOff)) {
    const auto& one = entry->signed_off();
    if (one.of() != review::v1::SIGNED_MATTER_RAPID_REVIEW) continue;
    const auto view = letter_choice(one.view());
    table.rows.push_back({letter_name(one.body()), letter_name(one.person()),
                          (view.empty() ? "Agrees" : view) + (one.reasons().empty() ? "" : ": " + one.reasons()),
                          day_of(*entry)});
  }
  if (!table.rows.empty()) text.table(std::move(table), "");
  for (const auto& body : facts.not_signed) text.missing("the signature of " + letter_name(body));
}

void lateness(LetterText& text, const LetterFacts& facts) {
  text.heading("19. If it is late, why");
  const auto& clocks = facts.of_case.clocks();
  const auto found = std::ranges::find_if(clocks, [](const auto& one) { return one.clock() == "rapid-review"; });
  if (found == clocks.end()) return text.missing("the day by which the rapid review is due");
  text.need("Due on", letter_day(found->due_on()));
  if (found->state() != review::v1::CLOCK_STATE_OVERDUE && found->state() != review::v1::CLOCK_STATE_MET_LATE)
    return text.say("It is not late.");
  text.need("Why it is late", found->lateness_reason());
}

}  // namespace reviewd
