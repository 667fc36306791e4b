#include "reviewd/api/monitoring_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "libreview/record/monitoring_groups.hpp"
#include "reviewd/letters/letter_words.hpp"

namespace reviewd {
namespace {

using review::RoundCounts;
using review::RoundException;
using review::RoundRow;

std::string days_words(const review::RoundDays& days) {
  return fmt::format("{} to {}", letter_day(days.from.iso()), letter_day(days.to.iso()));
}

Paper begun(const RoundAsked& asked, std::string title) {
  Paper paper{.title = std::move(title), .above = "Monitoring of actions"};
  paper.foot = fmt::format("Round of {}, as at {}", days_words(asked.days), letter_day(asked.days.as_at.iso()));
  paper::Facts facts;
  facts.facts = {{"Watched over by", asked.group ? asked.group->title : "All groups"},
                 {"Round", days_words(asked.days)},
                 {"As the actions stood on", letter_day(asked.days.as_at.iso())}};
  paper.blocks.emplace_back(std::move(facts));
  return paper;
}

std::string times_words(int times) {
  return times == 1 ? "once" : times == 2 ? "twice" : fmt::format("{} times", times);
}

/// A part of the report: the actions for one reason, and what is told of each for it.
struct Part {
  const char* heading;
  const char* column;
  const char* none;
  std::vector<RoundException> because;
  std::string (*says)(const ListedAction&, const RoundRow&, const RoundNames&);
};

std::string late_words(const ListedAction& one, const RoundRow&, const RoundNames&) {
  return one.update.empty() ? "Nothing was said of it." : one.update;
}

std::string moved_words(const ListedAction& one, const RoundRow& row, const RoundNames&) {
  return fmt::format("Moved later {} in this round, {} in all", times_words(row.slipped),
                     times_words(one.action.times_moved()));
}

std::string silent_words(const ListedAction& one, const RoundRow&, const RoundNames&) {
  return one.action.updated_on().empty() ? "Never" : letter_day(one.action.updated_on());
}

std::string escalated_words(const ListedAction& one, const RoundRow&, const RoundNames& names) {
  std::string all;
  for (const auto& raised : one.action.escalations()) {
    all += fmt::format("{}To {} on {}, {}.", all.empty() ? "" : "\n", names.of(raised.to()), letter_day(raised.on()),
                       raised.has_answered_on() ? "answered on " + letter_day(raised.answered_on()) : "not answered");
  }
  return one.why_escalated.empty() ? all : all + "\n" + one.why_escalated;
}

std::string evidence_words(const ListedAction& one, const RoundRow&, const RoundNames&) {
  return one.action.complete() ? "Complete since " + letter_day(one.action.complete_since()) : "Open";
}

std::string look_words(const review::v1::Action& action, const review::v1::Recheck* look) {
  auto says = look == nullptr ? std::string("Nobody has looked yet.")
                              : fmt::format("{} on {}.",
                                            letter_choice_of(*review::v1::RecheckFinding_descriptor(), look->finding()),
                                            letter_day(look->on()));
  if (action.has_look_again_by()) says += fmt::format(" To be looked at by {}.", letter_day(action.look_again_by()));
  return says;
}

/// What was found in the round, which may have been found otherwise since.
std::string looked_words(const ListedAction& one, const RoundRow& row, const RoundNames&) {
  return look_words(one.action, row.looked < 0 ? nullptr : &one.action.rechecks(row.looked));
}

std::string looked_last_words(const ListedAction& one, const RoundRow&, const RoundNames&) {
  const auto& all = one.action.rechecks();
  const auto last = std::ranges::max_element(all, {}, &review::v1::Recheck::on);
  return look_words(one.action, last == all.end() ? nullptr : &*last);
}

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {
      {"Late", "What was said last", "No action is late.", {RoundException::overdue}, late_words},
      {"Off track", "What was said last", "No action is off track.", {RoundException::red}, late_words},
      {"Dates that moved later", "How often", "No date moved later.", {RoundException::slipped}, moved_words},
      {"Not answered", "Last said on", "Everybody has answered.", {RoundException::not_updated}, silent_words},
      {"Escalated",
       "To whom, and why",
       "Nothing was escalated, and no escalation waits for an answer.",
       {RoundException::escalated, RoundException::unanswered},
       escalated_words},
      {"Not known whether it made a difference",
       "How it stands",
       "There is none.",
       {RoundException::not_known},
       evidence_words},
      {"Looked at again, and nothing had changed",
       "What was found",
       "There is none.",
       {RoundException::not_changed},
       looked_words},
      {"Not looked at again in time",
       "What was found last, and by when to look",
       "There is none.",
       {RoundException::look_overdue},
       looked_last_words}};
  return all;
}

bool is_in(const Part& part, const RoundRow& row) {
  return std::ranges::any_of(
      row.exceptions, [&](RoundException one) { return std::ranges::find(part.because, one) != part.because.end(); });
}

void add_part(Paper& paper, const Part& part, const RoundFound& found, const RoundNames& names) {
  paper.blocks.emplace_back(paper::Heading{2, part.heading});
  paper::Table table{part.heading, {"What is to be done", "Record", "Owner", "Due", part.column}, {}, {6, 2, 3, 3, 5}};
  for (const auto& row : found.round.rows) {
    if (!is_in(part, row)) continue;
    const auto& one = found.actions[row.index];
    table.rows.push_back({one.what.empty() ? letter_name(one.action.action()) : one.what, one.case_id,
                          names.of(one.action.owner()), letter_day(one.action.due_on()), part.says(one, row, names)});
  }
  if (table.rows.empty()) {
    paper.blocks.emplace_back(paper::Paragraph{part.none});
  } else {
    paper.blocks.emplace_back(std::move(table));
  }
}

/// What the board reads, in its order.
struct Line {
  const char* label;
  int RoundCounts::*count;
};

const std::vector<Line>& lines() {
  static const std::vector<Line> all = {
      {"Actions", &RoundCounts::all},
      {"Complete: completed in the round", &RoundCounts::completed},
      {"Complete: since the round ended", &RoundCounts::completed_since},
      {"Complete: before the round, to be looked at again in it", &RoundCounts::completed_before},
      {"Green: on track", &RoundCounts::green},
      {"Amber: at risk", &RoundCounts::amber},
      {"Red: off track", &RoundCounts::red},
      {"Nothing said yet", &RoundCounts::unsaid},
      {"Late", &RoundCounts::overdue},
      {"Not answered in time", &RoundCounts::not_updated},
      {"Date moved later in the round", &RoundCounts::slipped},
      {"Escalated in the round", &RoundCounts::escalated},
      {"Escalated and not answered", &RoundCounts::unanswered},
      {"A difference made, with evidence", &RoundCounts::changed},
      {"Not known whether they made a difference", &RoundCounts::not_known},
      {"Looked at again, and nothing had changed", &RoundCounts::not_changed},
      {"Not looked at again in time", &RoundCounts::look_overdue}};
  return all;
}

std::string change_words(int now, int before) {
  if (now == before) return "No change";
  return now > before ? fmt::format("{} more", now - before) : fmt::format("{} fewer", before - now);
}

}  // namespace

std::string RoundNames::of(const std::string& body) const {
  if (const auto* group = review::find_group(partnership, body)) return group->title;
  const auto name = agencies.of(body);
  return name == body ? letter_name(body) : name;
}

Paper exception_report(const RoundAsked& asked, const RoundFound& found, const RoundNames& names) {
  auto paper = begun(asked, "Exception report");
  paper.landscape = true;
  if (asked.group && !asked.group->escalates_to.empty()) {
    paper.blocks.emplace_back(
        paper::Paragraph{"What this group cannot settle goes to: " + names.of(asked.group->escalates_to) + "."});
  }
  for (const auto& part : parts()) add_part(paper, part, found, names);
  return paper;
}

std::string unwatched_words(std::size_t unwatched) {
  if (unwatched == 0) return "Today every open action is watched over by a group.";
  return unwatched == 1 ? "Today 1 open action is watched over by nobody."
                        : fmt::format("Today {} open actions are watched over by nobody.", unwatched);
}

Paper headline_page(const RoundAsked& asked, const RoundFound& found, const RoundFound& last) {
  auto paper = begun(asked, "Headlines of monitoring");
  paper.blocks.emplace_back(paper::Heading{2, "How the actions stand"});
  paper.blocks.emplace_back(paper::Paragraph{unwatched_words(asked.unwatched)});
  if (!asked.last) {
    paper::Table table{"So many actions stand so", {"How they stand", "Actions"}, {}, {4, 1}};
    for (const auto& line : lines()) table.rows.push_back({line.label, std::to_string(found.round.counts.*line.count)});
    paper.blocks.emplace_back(std::move(table));
    paper.blocks.emplace_back(paper::Paragraph{asked.group
                                                   ? "No earlier round of this group is on record to compare with."
                                                   : "A change since the last round is told of one group at a time."});
    return paper;
  }
  paper.blocks.emplace_back(paper::Paragraph{fmt::format(
      "The last round was of {}, held on {}.", days_words(*asked.last), letter_day(asked.last->as_at.iso()))});
  paper::Table table{"So many actions stand so, and what changed since the last round",
                     {"How they stand", "This round", "Last round", "Change"},
                     {},
                     {4, 1, 1, 2}};
  for (const auto& line : lines()) {
    const int now = found.round.counts.*line.count;
    const int before = last.round.counts.*line.count;
    table.rows.push_back({line.label, std::to_string(now), std::to_string(before), change_words(now, before)});
  }
  paper.blocks.emplace_back(std::move(table));
  return paper;
}

}  // namespace reviewd
