#include "libreview/embargo/delay_letter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/embargo/warnings.hpp"
#include "libreview/embargo/wording.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"
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

/// The same in a sentence: `on 2 April 2026`, `in April 2026`.
std::string when(const std::string& iso) { return (whole_day(iso) ? "on " : "in ") + letter_day(iso); }

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
  const auto end = latest_day(one.expected_end());
  if (!end) return says + " When they will end is not known.";
  if (*end < today)
    return says + fmt::format(" They were expected to end {}, and have not ended.", when(one.expected_end()));
  return says + fmt::format(" They are expected to end {}.", when(one.expected_end()));
}

/// What holds one case on a day, a sentence each.
void add_holds(std::vector<std::string>& all, const v1::CaseFile& file, Date today) {
  for (const auto& one : file.proceedings()) {
    if (holds_on_day(one, today)) all.push_back(of_proceedings(one, today));
  }
  for (const auto& one : file.orders()) {
    if (!holds_on_day(one, today)) continue;
    all.push_back(fmt::format("A court order has bound publication since {}{}.", letter_day(one.since()),
                              one.ends_on().empty() ? std::string() : ", until " + letter_day(one.ends_on())));
  }
  for (const auto& one : file.embargoes()) {
    if (!holds_on_day(one, today)) continue;
    all.push_back(fmt::format("The partners have held the report back since {}, and look at this again by {}.",
                              letter_day(one.since()), letter_day(one.review_on())));
  }
}

std::vector<std::string> what_holds(const DelayFacts& facts) {
  std::vector<std::string> all;
  add_holds(all, facts.file, facts.written_on);
  bool elsewhere = false;
  for (const auto& other : facts.others) {
    if (facts.hidden.contains(other.case_())) {
      elsewhere = elsewhere || !holds_on(other, facts.written_on).empty();
    } else {
      add_holds(all, other, facts.written_on);
    }
  }
  if (elsewhere) all.emplace_back("Something in another case of this review holds publication.");
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
                              complete == 0   ? std::string("none is")
                              : complete == 1 ? std::string("1 is")
                                              : fmt::format("{} are", complete)));
  if (facts.captured != 0)
    all.push_back(
        fmt::format("We have recorded {} from the review so far.", counted(facts.captured, "finding", "findings")));
  if (facts.briefings != 0)
    all.push_back(fmt::format("We have shared {} with people who work with children.",
                              counted(facts.briefings, "briefing", "briefings")));
  if (all.empty()) all.emplace_back("[Say here what has been done to learn from it meanwhile.]");
  return all;
}

/// When it is expected: the planned day, else as it was last said. A day that is past is none.
std::string expected(const DelayFacts& facts, bool held) {
  const auto planned = whole_day(facts.review.planned_on());
  if (planned && *planned >= facts.written_on)
    return fmt::format("We now expect to publish on {}.", letter_day(facts.review.planned_on()));
  const auto said = latest_day(facts.review.expected_on());
  if (said && *said >= facts.written_on)
    return fmt::format("We expect to publish {}.", when(facts.review.expected_on()));
  return held ? "We cannot yet say when we will publish. We will write again when what holds the report has ended."
              : "We cannot yet say when we will publish. We will write again when the day is settled.";
}

bool is_over(const DelayFacts& facts) {
  const auto due = whole_day(facts.due_on);
  return due && *due < facts.written_on;
}

/// That it is late, and when that was last said; as time stands on the day of the letter.
std::string that_it_is_late(const DelayFacts& facts) {
  const std::string late =
      is_over(facts) ? "We have not published within this time." : "We cannot publish within this time.";
  const auto told = whole_day(facts.review.delay_reported_on());
  if (!told || *told > facts.written_on) return late;
  return fmt::format("{} We last wrote to you about this on {}.", late, letter_day(told->iso()));
}

std::string when_due(const DelayFacts& facts) {
  if (facts.due_on.empty()) return "When the time to publish ends has not been worked out for this review.";
  const auto decided = facts.decided_on.empty()
                           ? std::string()
                           : fmt::format("The partners decided on it on {}. ", letter_day(facts.decided_on));
  const auto time = facts.time.empty() ? "time" : facts.time;
  const bool several = time.ends_with('s');
  const auto* ends = is_over(facts) ? "ended" : several ? "end" : "ends";
  return fmt::format("{}The {} in which to publish {} on {}.", decided, time, ends, letter_day(facts.due_on));
}

std::string paragraph(const std::vector<std::string>& sentences) {
  std::string all;
  for (const auto& one : sentences) all += (all.empty() ? "" : " ") + one;
  return all;
}

}  // namespace

DelayLetter delay_letter(const DelayFacts& facts) {
  const auto finding = finding_of(facts.file, facts.others);
  const auto wording = wording_for(finding);
  auto holds = what_holds(facts);
  const auto expects = expected(facts, !holds.empty());
  if (holds.empty()) holds.emplace_back("[Nothing that holds publication is recorded. Say here why it is late.]");
  const auto done = what_was_done(facts);
  const auto reference =
      facts.panel_reference.empty() ? std::string() : fmt::format("Your reference: {}\n", facts.panel_reference);
  DelayLetter letter;
  letter.facts.push_back(when_due(facts));
  letter.facts.insert(letter.facts.end(), holds.begin(), holds.end());
  letter.facts.insert(letter.facts.end(), done.begin(), done.end());
  letter.facts.push_back(expects);
  letter.text = fmt::format(
      "To the Child Safeguarding Practice Review Panel and the Secretary of State for Education\n\n"
      "{}\n{}Our reference: {}\n\n"
      "Delay in publishing a local child safeguarding practice review\n\n"
      "We are writing about our review of {}. {} {}\n\n"
      "{}\n\n"
      "Why it is late\n{}\n\n"
      "What has been done meanwhile\n{}\n\n"
      "When we expect to publish\n{}\n\n"
      "{}\n",
      letter_day(facts.written_on.iso()), reference, facts.file.case_(), wording.about, wording.sentence,
      when_due(facts), that_it_is_late(facts), paragraph(holds), paragraph(done), expects, facts.partnership);
  return letter;
}

}  // namespace review
