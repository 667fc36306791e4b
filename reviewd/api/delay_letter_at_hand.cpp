#include "reviewd/api/delay_letter_at_hand.hpp"

#include "libreview/access/entry_access.hpp"
#include "libreview/clocks/in_words.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/views/find_in.hpp"

namespace reviewd {
namespace {

/// The run of the time to publish that is of this review.
const review::Run* time_to_publish(const std::vector<review::Line>& lines, const std::string& name) {
  const review::Run* found = nullptr;
  for (const auto& line : lines) {
    if (line.rule->id != "review-publish") continue;
    if (line.subject == name) return &line.runs.back();
    if (line.subject.empty()) found = &line.runs.back();
  }
  return found;
}

}  // namespace

review::DelayLetter delay_letter_at_hand(Call& call, const ReviewAtHand& at_hand) {
  const auto& of = at_hand.of();
  review::DelayFacts facts{at_hand.file,     of, call.desk().law().partnership().name, {}, {}, {}, {}, 0, 0,
                           call.moment.today};
  const auto lines = review::runs(at_hand.file, call.desk().law(), call.desk().calendar());
  if (const auto* run = time_to_publish(lines, of.review())) {
    if (run->version != nullptr) facts.time = review::length_in_words(*run->version);
    if (run->started_on) facts.decided_on = run->started_on->iso();
    if (run->due) facts.due_on = run->due->iso();
  }
  for (const auto& entry : call.desk().entries_that_count(at_hand.file.case_())) {
    if (!review::reads_entry(call.reader, at_hand.file, entry, call.moment.today)) continue;
    if (!entry.panel_notified().reference().empty()) facts.panel_reference = entry.panel_notified().reference();
    facts.captured += entry.learning_captured().findings_size();
    if (entry.has_briefing_shared()) ++facts.briefings;
  }
  facts.others = review::reviewed_with(at_hand.file, of, review::find_in(call.storage.views()));
  for (const auto& other : facts.others) {
    if (call.desk().sees(other.case_(), call.reader, call.moment)) {
      call.desk().note_shown(other.case_(), "case");
    } else {
      facts.hidden.insert(other.case_());
    }
  }
  call.desk().note_shown(call.path("case"), "case");
  return review::delay_letter(facts);
}

}  // namespace reviewd
