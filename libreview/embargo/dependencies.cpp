#include "libreview/embargo/dependencies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/slips.hpp"
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

/// The last of the days that a day, month or year may mean; nothing where none is said.
std::optional<Date> last_of(const std::string& said) {
  const auto day = PartialDate::parse(said);
  return day ? std::optional<Date>(day->latest()) : std::nullopt;
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
    const auto day = last_of(step.listed_on());
    if (!step.took_place_on().empty() || !day || *day < today) continue;
    if (last == nullptr || *day > *last_of(last->listed_on())) last = &step;
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

/// When open proceedings end, as far as anybody has said, and in words.
void put_end(Dependency& to, const v1::ProceedingsFile& one, Date today) {
  const auto end = last_of(one.expected_end());
  const auto* listed = last_listed(one, today);
  const bool listed_counts =
      listed != nullptr && (end ? *last_of(listed->listed_on()) > *end : ends_with(listed->node()));
  if (const auto* taken_out = step_without_day(one)) {
    to.why = fmt::format("{} was taken out of the list, and no other day is known. Ask when they are expected to end.",
                         step_title(*taken_out));
  } else if (listed_counts) {
    to.day = last_of(listed->listed_on());
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
    if (one.open() && one.holds()) {
      const auto slipped = count_slips(one);
      auto& added = all.emplace_back();
      added = {.kind = "PROCEEDINGS", .case_id = file.case_(), .name = one.proceedings(), .day = {}, .why = {}};
      added.holds = true;
      added.slips = slipped.times;
      added.slipped_days = slipped.days;
      put_end(added, one, today);
    } else if (!one.open() && until && *until >= today) {
      all.push_back({.kind = "APPEAL",
                     .case_id = file.case_(),
                     .name = one.proceedings(),
                     .day = until,
                     .why = fmt::format("Somebody may appeal until {}.", until->words())});
    } else if (!one.open() && !until && one.kind() == v1::PROCEEDINGS_KIND_CRIMINAL) {
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
    const auto ends = whole_day(one.ends_on());
    if (one.ended() || one.permits_anonymised() || (ends && *ends < today)) continue;
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
    if (one.lifted()) continue;
    const auto again = whole_day(one.review_on());
    const bool ahead = again && *again >= today;
    all.push_back(
        {.kind = "EMBARGO",
         .case_id = file.case_(),
         .name = one.embargo(),
         .day = ahead ? again : std::nullopt,
         .why = ahead ? fmt::format("It is looked at again on {}, and holds until two people lift it.", again->words())
                      : "The day to look at it again is past. Look at it, and extend it or lift it.",
         .holds = true,
         .not_before = true});
  }
}

}  // namespace

std::vector<Dependency> held_until(const v1::CaseFile& file, Date today) {
  std::vector<Dependency> all;
  add_proceedings(all, file, today);
  add_orders(all, file, today);
  add_embargoes(all, file, today);
  return all;
}

std::vector<Dependency> still_to_do(const v1::CaseFile& file, const v1::ReviewFile& review) {
  std::vector<Dependency> all;
  const auto add = [&](std::string kind, std::string name, std::string why) {
    all.push_back({.kind = std::move(kind), .case_id = file.case_(), .name = std::move(name), .day = {}, .why = why});
  };
  if (review.accepted() == 0) add("ACCEPTANCE", review.review(), "The partners have not accepted the report.");
  const auto* steps = v1::PublicationStep_descriptor();
  for (int i = 0; i < steps->value_count(); ++i) {
    const auto& value = *steps->value(i);
    if (value.number() == v1::PUBLICATION_STEP_UNSPECIFIED) continue;
    const bool done = std::any_of(review.steps().begin(), review.steps().end(), [&](const auto& step) {
      return step.step() == value.number() && !step.done_on().empty() &&
             (review.accepted() == 0 || step.version() == review.accepted());
    });
    if (!done) add("PREPARATION", short_name(value), fmt::format("To be done: {}.", choice_label(value)));
  }
  const bool checked =
      !review.rehearsed_on().empty() && (review.accepted() == 0 || review.rehearsed_version() == review.accepted());
  if (!checked) add("PREPARATION", "REPORT_CHECK", "To be done: the report is checked for names.");
  return all;
}

}  // namespace review
