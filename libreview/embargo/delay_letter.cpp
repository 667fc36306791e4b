#include "libreview/embargo/delay_letter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/embargo/warnings.hpp"
#include "libreview/embargo/wording.hpp"
#include "libreview/record/days.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// `2 April 2026`, `April 2026` or `2026`, as a letter has it; what is no day stays as it is.
std::string letter_day(const std::string& iso) {
  constexpr std::size_t year_only = 4;
  constexpr std::size_t month_too = 7;
  if (const auto day = whole_day(iso))
    return fmt::format("{} {} {}", day->day(), month_name(day->month()), day->year());
  const auto first = earliest_day(iso);
  if (!first || iso.size() == year_only) return iso;
  return iso.size() == month_too ? fmt::format("{} {}", month_name(first->month()), first->year()) : iso;
}

std::string counted(int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// The next day that is listed and has not come, empty where there is none.
std::string next_listed(const v1::ProceedingsFile& proceedings, Date today) {
  std::string next;
  for (const auto& step : proceedings.steps()) {
    const auto day = whole_day(step.listed_on());
    if (!day || *day < today || !step.took_place_on().empty()) continue;
    if (next.empty() || step.listed_on() < next) next = step.listed_on();
  }
  return next;
}

std::string of_proceedings(const v1::ProceedingsFile& one, Date today) {
  const auto* kind = v1::ProceedingsKind_descriptor()->FindValueByNumber(one.kind());
  const auto label = kind == nullptr || kind->number() == 0 ? std::string("not named") : choice_label(*kind);
  auto says = fmt::format("Other proceedings ({}) have held publication since {}.", label, letter_day(one.opened_on()));
  if (const auto next = next_listed(one, today); !next.empty())
    says += fmt::format(" The next day in them is {}.", letter_day(next));
  says += one.expected_end().empty()
              ? std::string(" When they will end is not known.")
              : fmt::format(" They are expected to end in or on {}.", letter_day(one.expected_end()));
  return says;
}

std::vector<std::string> what_holds(const DelayFacts& facts) {
  std::vector<std::string> all;
  for (const auto& one : facts.file.proceedings()) {
    if (one.open() && one.holds()) all.push_back(of_proceedings(one, facts.written_on));
  }
  for (const auto& one : facts.file.orders()) {
    const auto ends = whole_day(one.ends_on());
    if (one.ended() || one.permits_anonymised() || (ends && *ends < facts.written_on)) continue;
    all.push_back(fmt::format("A court order has bound publication since {}{}.", letter_day(one.since()),
                              ends ? ", until " + letter_day(one.ends_on()) : std::string()));
  }
  for (const auto& one : facts.file.embargoes()) {
    if (one.lifted()) continue;
    all.push_back(fmt::format("The partners hold the report back since {}, and look at this again on {}.",
                              letter_day(one.since()), letter_day(one.review_on())));
  }
  if (all.empty()) all.emplace_back("[Nothing that holds publication is recorded. Say here why it is late.]");
  return all;
}

std::vector<std::string> what_was_done(const DelayFacts& facts) {
  std::vector<std::string> all;
  if (!facts.review.accepted_on().empty())
    all.push_back(fmt::format("The partners accepted the report on {}.", letter_day(facts.review.accepted_on())));
  const int agreed = facts.file.actions_size();
  const auto complete = static_cast<int>(std::count_if(facts.file.actions().begin(), facts.file.actions().end(),
                                                       [](const auto& one) { return one.complete(); }));
  if (agreed != 0)
    all.push_back(fmt::format("The partnership has agreed {}; {} complete.", counted(agreed, "action", "actions"),
                              complete == 1 ? "1 is" : fmt::format("{} are", complete)));
  if (facts.captured != 0)
    all.push_back(
        fmt::format("We have recorded {} from the review so far.", counted(facts.captured, "finding", "findings")));
  if (facts.briefings != 0)
    all.push_back(fmt::format("We have shared {} with people who work with children.",
                              counted(facts.briefings, "briefing", "briefings")));
  if (all.empty()) all.emplace_back("[Say here what has been done to learn from it meanwhile.]");
  return all;
}

/// When it is expected: the planned day, else as it was last said.
std::string expected(const DelayFacts& facts) {
  const auto planned = whole_day(facts.review.planned_on());
  if (planned && *planned >= facts.written_on)
    return fmt::format("We now expect to publish on {}.", letter_day(facts.review.planned_on()));
  if (!facts.review.expected_on().empty())
    return fmt::format("We expect to publish in or on {}.", letter_day(facts.review.expected_on()));
  return "We cannot yet say when we will publish. We will write again when what holds the report has ended.";
}

std::string when_due(const DelayFacts& facts) {
  if (facts.due_on.empty()) return "Six months after the decision have not been worked out for this review.";
  const auto decided = facts.decided_on.empty()
                           ? std::string()
                           : fmt::format("The partners decided on it on {}. ", letter_day(facts.decided_on));
  const auto due = whole_day(facts.due_on);
  return fmt::format("{}The six months {} on {}.", decided, due && *due < facts.written_on ? "ended" : "end",
                     letter_day(facts.due_on));
}

std::string paragraph(const std::vector<std::string>& sentences) {
  std::string all;
  for (const auto& one : sentences) all += (all.empty() ? "" : " ") + one;
  return all;
}

}  // namespace

DelayLetter delay_letter(const DelayFacts& facts) {
  const auto finding = finding_of(facts.file);
  const auto wording = wording_for(finding);
  const auto holds = what_holds(facts);
  const auto done = what_was_done(facts);
  const auto reference =
      facts.panel_reference.empty() ? std::string() : fmt::format("Your reference: {}\n", facts.panel_reference);
  DelayLetter letter;
  letter.facts.push_back(when_due(facts));
  letter.facts.insert(letter.facts.end(), holds.begin(), holds.end());
  letter.facts.insert(letter.facts.end(), done.begin(), done.end());
  letter.facts.push_back(expected(facts));
  letter.text = fmt::format(
      "To the Child Safeguarding Practice Review Panel and the Secretary of State for Education\n\n"
      "{}\n{}Our reference: {}\n\n"
      "Delay in publishing a local child safeguarding practice review\n\n"
      "We are writing about our review of {}. {} {}\n\n"
      "We cannot publish within this time.\n\n"
      "Why it is late\n{}\n\n"
      "What has been done meanwhile\n{}\n\n"
      "When we expect to publish\n{}\n\n"
      "{}\n",
      letter_day(facts.written_on.iso()), reference, facts.file.case_(), wording.about, wording.sentence,
      when_due(facts), paragraph(holds), paragraph(done), expected(facts), facts.partnership);
  return letter;
}

}  // namespace review
