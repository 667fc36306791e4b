#include "reviewd/api/letters_at_hand.hpp"

#include <fmt/format.h>

#include "libreview/access/may_read.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/sign_offs.hpp"
#include "reviewd/api/delay_letter_at_hand.hpp"
#include "reviewd/api/repeats_rows.hpp"
#include "reviewd/letters/letter_words.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

struct AtHand {
  review::v1::CaseFile file;
  LetterFacts facts;
};

/// What the record finds of earlier reviews stands in the rapid review alone: other cases are not read for what shows
/// nothing of them.
void add_earlier(Call& call, LetterFacts& facts) {
  if (call.path("letter") != "rapid-review") return;
  review::ReadCases cases(call.desk(), call.storage.views(), call.reader, call.moment);
  const int from = call.desk().law().partnership().like_from("repeated");
  const auto found = review::repeats(cases, call.path("case"), from);
  if (!found) return;
  facts.recommended_before = recommended_before(call, *found, AgencyNames(call));
  facts.themes_before = themes_before(call, *found);
}

Result<AtHand> at_hand_in(Call& call) {
  if (!review::reads_incidents(call.reader.role))
    return refuse(Code::not_permitted, "Your role does not see what the letters of a case are made of.");
  const auto name = call.path("case");
  auto file = call.storage.views().find_for(call.reader, name, call.moment.today);
  if (!file) return refuse(review::no_case());
  auto shown = call.desk().show(name, call.reader, call.moment);
  if (!shown) return refuse(shown.error());
  const auto read = call.desk().entries(name, call.reader, call.moment, {}, review::Desk::Notes::asker);
  if (!read) return refuse(read.error());
  auto entries = review::effective(*read);
  // A reader to whom corrections are not told would get the words that one of them took back.
  std::erase_if(entries, [](const auto& one) { return one.has_corrected_by(); });
  call.desk().note_entries(name, entries, call.reader, call.moment);
  auto not_signed = review::bodies_missing(*file, call.desk().law(), review::v1::SIGNED_MATTER_RAPID_REVIEW);
  LetterFacts facts{std::move(*shown), std::move(entries), call.desk().law(), std::move(not_signed), call.moment.today};
  add_earlier(call, facts);
  return AtHand{std::move(*file), std::move(facts)};
}

/// The letter as it is drafted for the page on which it is edited, with its places to fill in.
Letter delay_letter_of(Call& call, const AtHand& at_hand, const std::string& review) {
  Letter letter;
  const auto drafted = delay_letter_at_hand(call, {at_hand.file, review});
  letter.paper = letter_of_text("Delay in publishing a local child safeguarding practice review", drafted.text);
  letter.paper.marking = "OFFICIAL-SENSITIVE";
  letter.paper.practice = at_hand.facts.of_case.practice();
  letter.paper.foot = fmt::format("Case {}, version {} of the record, {}", at_hand.facts.of_case.case_(),
                                  at_hand.facts.of_case.version(), letter_day(call.moment.today.iso()));
  for (const auto& fact : drafted.facts) {
    if (fact.starts_with('[')) letter.missing.push_back(fact.substr(1, fact.size() - 2));
  }
  return letter;
}

}  // namespace

Result<std::vector<NamedLetter>> letters_at_hand(Call& call) {
  const auto at_hand = at_hand_in(call);
  if (!at_hand) return refuse(at_hand.error());
  std::vector<NamedLetter> all;
  if (!entries_of(at_hand->facts, review::v1::Entry::kIncidentLogged).empty()) {
    all.push_back({"notification", notification_letter(at_hand->facts)});
    all.push_back({"rapid-review", rapid_review_letter(at_hand->facts)});
  }
  for (const auto& agency : agencies_asked(at_hand->facts))
    all.push_back({"agency-request-" + agency, agency_request_letter(at_hand->facts, agency)});
  for (const auto& review : at_hand->file.reviews())
    all.push_back({"delay-" + review.review(), delay_letter_of(call, *at_hand, review.review())});
  return all;
}

}  // namespace reviewd
