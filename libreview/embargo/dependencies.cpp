#include "libreview/embargo/dependencies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/preparations.hpp"
#include "libreview/record/slips.hpp"
#include "libreview/vocabulary/kebab_choice.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

template <class Choice>
std::string title_of(Choice choice, const pb::EnumDescriptor* type) {
  const auto* value = type->FindValueByNumber(choice);
  return value == nullptr ? std::string() : choice_label(*value);
}

std::string step_title(const v1::StepFile& step) {
  const auto* type = v1::ProceedingsNode_descriptor();
  return step.node() == v1::PROCEEDINGS_NODE_UNSPECIFIED ? std::string("A step") : title_of(step.node(), type);
}

/// A step that was taken out and for which no later end has been said since.
const v1::StepFile* step_without_day(const v1::ProceedingsFile& one) {
  for (const auto& step : one.steps()) {
    if (!step.vacated() || !step.took_place_on().empty()) continue;
    const auto& said = step.slips();
    const bool end_said_since = !one.end_slips().empty() && !said.empty() &&
                                one.end_slips(one.end_slips_size() - 1).said_on() >= said[said.size() - 1].said_on();
    if (!end_said_since) return &step;
  }
  return nullptr;
}

/// The latest listed step that has not taken place and whose day is not past.
const v1::StepFile* last_listed(const v1::ProceedingsFile& one, Date today) {
  const v1::StepFile* last = nullptr;
  for (const auto& step : one.steps()) {
    const auto day = latest_day(step.listed_on());
    if (!step.took_place_on().empty() || !day || *day < today) continue;
    if (last == nullptr || *day > *latest_day(last->listed_on())) last = &step;
  }
  return last;
}

/// Whether proceedings end with such a step.
bool ends_with(v1::ProceedingsNode node) {
  return node == v1::PROCEEDINGS_NODE_SENTENCE || node == v1::PROCEEDINGS_NODE_APPEAL ||
         node == v1::PROCEEDINGS_NODE_CONCLUSION || node == v1::PROCEEDINGS_NODE_FINAL_HEARING ||
         node == v1::PROCEEDINGS_NODE_REPORT;
}

std::string in_words(const std::string& said) { return PartialDate::parse(said)->words(); }

void put_slips(Dependency& to, SlipCount slipped) {
  to.slips = slipped.times;
  to.slipped_days = slipped.days;
}

/// When open proceedings end, as far as anybody has said, and in words, with the slips of the date that this names.
void put_end(Dependency& to, const v1::ProceedingsFile& one, Date today) {
  const auto end = latest_day(one.expected_end());
  const auto* listed = last_listed(one, today);
  const bool listed_counts =
      listed != nullptr && (end ? *latest_day(listed->listed_on()) > *end : ends_with(listed->node()));
  put_slips(to, count_slips(one.end_slips(), one.expected_end()));
  if (const auto* taken_out = step_without_day(one)) {
    put_slips(to, count_slips(taken_out->slips(), taken_out->listed_on()));
    to.why = fmt::format("{} was taken out of the list, and no other day is known. Ask when they are expected to end.",
                         step_title(*taken_out));
  } else if (listed_counts) {
    put_slips(to, count_slips(listed->slips(), listed->listed_on()));
    to.day = latest_day(listed->listed_on());
    to.why = fmt::format("{} is listed for {}.", step_title(*listed), in_words(listed->listed_on()));
  } else if (end && *end >= today) {
    to.day = end;
    to.why = fmt::format("They are expected to end: {}.", in_words(one.expected_end()));
  } else if (end) {
    to.why = fmt::format("They were expected to end ({}) and are still open. Ask when they are expected to end now.",
                         in_words(one.expected_end()));
  } else {
    to.why = "Nobody has said when they are expected to end. Ask.";
  }
}

void add_proceedings(std::vector<Dependency>& all, const v1::CaseFile& file, Date today) {
  for (const auto& one : file.proceedings()) {
    const auto until = whole_day(one.appeal_until());
    if (holds_on_day(one, today)) {
      auto& added = all.emplace_back();
      added = {.kind = "PROCEEDINGS", .case_id = file.case_(), .name = one.proceedings(), .day = {}, .why = {}};
      added.holds = true;
      put_end(added, one, today);
    } else if (!one.open() && until && *until >= today) {
      all.push_back({.kind = "APPEAL",
                     .case_id = file.case_(),
                     .name = one.proceedings(),
                     .day = until,
                     .why = fmt::format("Somebody may appeal until {}.", until->words())});
    } else if (!one.open() && !until && may_be_appealed(one.kind())) {
      all.push_back({.kind = "APPEAL",
                     .case_id = file.case_(),
                     .name = one.proceedings(),
                     .day = {},
                     .why = "Nobody has said until when somebody may appeal. Ask."});
    }
  }
}

void add_orders(std::vector<Dependency>& all, const v1::CaseFile& file, Date today) {
  for (const auto& one : file.orders()) {
    if (!holds_on_day(one, today)) continue;
    const auto ends = whole_day(one.ends_on());
    all.push_back({.kind = "COURT_ORDER",
                   .case_id = file.case_(),
                   .name = one.order(),
                   .day = ends,
                   .why = ends ? fmt::format("A court order binds publication until the end of {}.", ends->words())
                               : "A court order binds publication and has no end. Take legal advice.",
                   .holds = true});
  }
}

void add_embargoes(std::vector<Dependency>& all, const v1::CaseFile& file, Date today) {
  for (const auto& one : file.embargoes()) {
    if (!holds_on_day(one, today)) continue;
    const auto again = whole_day(one.review_on());
    const bool ahead = again && *again >= today;
    all.push_back(
        {.kind = "EMBARGO",
         .case_id = file.case_(),
         .name = one.embargo(),
         .day = ahead ? again : std::nullopt,
         .why = ahead ? fmt::format("It is to be looked at by {}, and holds until two people lift it.", again->words())
                      : "The day that it was to be looked at by is past. Look at it, and extend it or lift it.",
         .holds = true,
         .not_before = true});
  }
}

/// When a step before publication is due, in words.
std::string when_due(const std::vector<Line>& lines, std::string_view clock, const v1::ReviewFile& review) {
  if (review.planned_on().empty()) return "It has no day until the day of publication is planned.";
  for (const auto& line : lines) {
    if (line.rule->id != clock || line.subject != review.review()) continue;
    if (const auto& due = line.runs.back().due) return fmt::format("Due on {}.", due->words());
  }
  return "It is done before the day of publication.";
}

}  // namespace

std::vector<Dependency> held_until(const v1::CaseFile& file, Date today) {
  std::vector<Dependency> all;
  add_proceedings(all, file, today);
  add_orders(all, file, today);
  add_embargoes(all, file, today);
  return all;
}

std::vector<Dependency> still_to_do(const v1::CaseFile& file, const v1::ReviewFile& review, const RuleBook& law,
                                    const Calendar& calendar) {
  std::vector<Dependency> all;
  if (review.accepted() == 0) {
    all.push_back({.kind = "ACCEPTANCE",
                   .case_id = file.case_(),
                   .name = review.review(),
                   .day = {},
                   .why = "No version is accepted yet."});
  }
  const auto lines = runs(file, law, calendar);
  const auto add = [&](const std::string& step, std::string_view clock) {
    const auto* rule = law.clock(clock);
    all.push_back({.kind = "PREPARATION",
                   .case_id = file.case_(),
                   .name = step,
                   .day = {},
                   .why = when_due(lines, clock, review),
                   .title = rule == nullptr ? std::string() : rule->title});
  };
  const auto* steps = v1::PublicationStep_descriptor();
  for (int i = 0; i < steps->value_count(); ++i) {
    const auto& value = *steps->value(i);
    if (value.number() == v1::PUBLICATION_STEP_UNSPECIFIED) continue;
    const bool done = std::any_of(review.steps().begin(), review.steps().end(), [&](const auto& step) {
      return step.step() == value.number() && !step.done_on().empty() &&
             (review.accepted() == 0 || step.version() == review.accepted());
    });
    const std::string name(short_name(value));
    if (!done) add(name, kebab_choice(name));
  }
  if (!is_rehearsed(review)) add("REPORT_CHECK", "report-check");
  return all;
}

}  // namespace review
