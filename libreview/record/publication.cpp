#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "libreview/calendar/counting.hpp"
#include "libreview/law/england.hpp"
#include "libreview/record/advance_copy.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/led_here.hpp"
#include "libreview/record/preparations.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "libreview/record/told_bodies.hpp"

namespace review {
namespace {

const ClockVersion* version_on(const Question& question, std::string_view clock, Date day) {
  const auto* rule = question.occasion.law.clock(clock);
  return rule == nullptr ? nullptr : question.occasion.law.version(*rule, day);
}

/// Why no day is planned for a review; empty where one may be.
std::string_view not_to_plan(const v1::ReviewFile& review) {
  if (!is_publishable(review.kind())) return "A review of this kind is not published. There is no day to plan.";
  if (!review.published_on().empty()) return "This report is published already.";
  return review.declined_on().empty() ? "" : "The partners decided not to publish this report.";
}

void admit_planned(const Question& question) {
  const auto& planned = question.entry.publication_planned();
  if (const auto* review = find_review(question.file, planned.review())) {
    led_here(question, *review);
    if (const auto why = not_to_plan(*review); !why.empty())
      question.findings.add(Code::not_in_this_stage, std::string(why));
  }
  // What is recorded late may have been planned for a day that is past by now.
  not_before(question, planned.planned_on(), question.entry.occurred_on(), "This day is past. Plan a day to come.",
             "/publicationPlanned/plannedOn");
  const auto day = whole_day(planned.planned_on());
  if (day && !question.occasion.calendar.covers(*day)) {
    question.findings.add(
        Code::beyond_calendar,
        fmt::format("The holiday data ends on {}. Plan within it.", question.occasion.calendar.last().words()), {},
        "/publicationPlanned/plannedOn");
  }
}

/// A copy stays good when the day moves and the version is the same: it was sent when it was sent. One that went out
/// before any day was planned is as good.
void apply_planned(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& planned = entry.publication_planned();
  auto& review = the(find_review(file, planned.review()));
  review.set_planned_on(planned.planned_on());
  review.set_planned_by(entry.source().has_recorded_by() ? entry.source().recorded_by() : entry.recorded_by());
  mark(file, entry, "advance-copy-needed", {.anchor = planned.planned_on(), .subject = planned.review()});
  if (has_good_copy(review))
    mark(file, entry, "advance-copy-sent", {.on = review.copy_sent_on(), .subject = planned.review()});
  prepare_for(file, entry, review);
}

void apply_copy(v1::CaseFile& file, const v1::Entry& entry) {
  take_copy(file, entry, the(find_review(file, entry.advance_copy_sent().review())));
}

/// Who was told of a delay since it was last told to all; what was told before there was a review is told of each.
ToldBodies told_of_delay(const v1::CaseFile& file, const std::string& review) {
  int from = 0;
  for (int i = 0; i < file.milestones_size(); ++i) {
    const auto& one = file.milestones(i);
    if (one.name() == "delay-reported" && (one.subject().empty() || one.subject() == review)) from = i + 1;
  }
  ToldBodies told(must_tell("delay-reported"));
  if (!review.empty()) told.take(file, {"delay-told", {}}, from);
  told.take(file, {"delay-told", review}, from);
  return told;
}

/// The reasons for not publishing are told once all have them, with the decision or later.
void tell_declining(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review,
                    const google::protobuf::RepeatedPtrField<std::string>& who) {
  if (review.explained()) return;
  const auto& rule = must_tell("publication-declined");
  const Telling telling{"declining-told", review.review()};
  note_told(file, entry, telling, rule, who);
  ToldBodies told(rule);
  told.take(file, telling);
  const auto on = told.all_on();
  if (!on) return;
  review.set_explained(true);
  mark(file, entry, "publication-explained", {.on = *on, .subject = review.review()});
}

/// A delay is reported once the Panel and the Secretary of State both know, by one entry or by several.
void apply_delay(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& said = entry.delay_reported();
  const auto& name = said.review();
  note_told(file, entry, {"delay-told", name}, must_tell("delay-reported"), said.to(), said.expected_on());
  const auto told = told_of_delay(file, name);
  const auto on = told.all_on();
  const auto expected = said.expected_on().empty() ? told.expected_on() : said.expected_on();
  for (auto& review : *file.mutable_reviews()) {
    if (!name.empty() && review.review() != name) continue;
    // What was told later stands, also where this is recorded after it.
    if (on && *on >= review.delay_reported_on()) {
      review.set_delay_reported_on(*on);
      review.set_expected_on(expected);
    }
    if (!review.declined_on().empty()) tell_declining(file, entry, review, said.to());
  }
  if (on) mark(file, entry, "delay-reported", {.on = *on, .subject = name});
}

/// What holds another review of the case, in a case that this one does not cover, does not hold this one.
void not_held(const Question& question, const v1::ReviewFile* review) {
  const auto& at_hand = question.occasion.joined;
  const auto others = review == nullptr ? at_hand : reviewed_with(question.file, *review, find_among(at_hand));
  auto holds = holds_on(question.file, others, question.occasion.today);
  if (holds.empty()) return;
  // The words stay with the case, for readers who may not see the other one: that it is, the holds alone say.
  std::string names;
  bool elsewhere = false;
  for (const auto& hold : holds) {
    const bool here = hold.name.find('/') == std::string::npos;
    if (here || !elsewhere) names += (names.empty() ? "" : ", ") + (here ? hold.name : "another case of this review");
    elsewhere = elsewhere || !here;
  }
  Refusal refusal{Code::publication_held, fmt::format("Publication is held by {}.", names), {"cps-protocol"}};
  refusal.holds = std::move(holds);
  question.findings.add(std::move(refusal));
}

/// `The Secretary of State and Ofsted have`
std::string who_have(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) all += i + 1 == names.size() ? " and " : ", ";
    all += names[i];
  }
  if (!all.empty() && all.front() >= 'a' && all.front() <= 'z')
    all.front() = static_cast<char>(all.front() - 'a' + 'A');
  return all + (names.size() == 1 ? " has" : " have");
}

void copy_in_time(const Question& question, const v1::ReviewFile& review, int version) {
  const int wanted = version != 0 ? version : std::max(review.copy_version(), 1);
  const auto lacking = without_copy(question.file, review, wanted);
  if (!lacking.empty()) {
    question.findings.add(Code::advance_copy_missing,
                          fmt::format("{} no copy of this version. Send it first.", who_have(lacking)),
                          must_tell("advance-copy-sent").cites);
    return;
  }
  const auto published = whole_day(question.entry.occurred_on());
  const auto sent = whole_day(copy_complete_on(question.file, review, wanted).value_or(std::string()));
  if (!published || !sent) return;
  const auto* rule = version_on(question, "advance-copy", *published);
  if (rule == nullptr) return;
  const auto back = count(*published, -rule->length, rule->unit, rule->counting, question.occasion.calendar);
  if (back && *sent > back->due) {
    question.findings.add(Code::advance_copy_too_late,
                          fmt::format("The copy went out on {}. For publication on {} it was due by {}.", sent->words(),
                                      published->words(), back->due.words()),
                          rule->cites);
  }
}

/// Only what the partners accepted goes out: the version that is named, or the accepted one where none is.
void is_accepted(const Question& question, const v1::ReviewFile& review, std::optional<int> version,
                 const char* pointer) {
  if (review.accepted() == 0) {
    question.findings.add(Code::not_in_this_stage, "The partners have not accepted this report.");
  } else if (version && *version != review.accepted()) {
    question.findings.add(Code::not_in_this_stage,
                          fmt::format("The partners accepted version {}, not this one.", review.accepted()), {},
                          pointer);
  }
}

/// A report that was out may have been read: it is checked for names anew.
void leave_published(v1::CaseFile& file, const v1::Entry& withdrawn, const v1::Entry& withdrawal) {
  publication_was_recalled(file, withdrawal, withdrawn.report_published().review());
}

void leave_replaced(v1::CaseFile& file, const v1::Entry& withdrawn, const v1::Entry& withdrawal) {
  publication_was_recalled(file, withdrawal, withdrawn.report_replaced().review());
}

/// Why what goes out counts as not checked for names; empty where it was checked as it is: this version of the report,
/// the newest of this document.
std::string not_checked(const v1::CaseFile& file, const v1::ReviewFile& review, const std::string& document) {
  if (review.rehearsed_on().empty()) return "The report was not checked for names. Check it first.";
  const auto checked = rehearsed_document(file, review);
  if (!document.empty() && document != checked) {
    return checked.empty() ? fmt::format("{} was not checked for names. Check it first.", document)
                           : fmt::format("Another document was checked for names: {}. Check this one first.", checked);
  }
  if (is_rehearsed(review)) return {};
  if (review.rehearsed_version() != 0) {
    return fmt::format("Version {} was checked for names, and the partners accepted version {}. Check that one first.",
                       review.rehearsed_version(), review.accepted());
  }
  return fmt::format(
      "A newer version of {} is filed since it was checked for names, or its publication was recalled "
      "since. Check it for names again first.",
      checked.empty() ? "the report" : checked);
}

/// Nothing goes out that was not checked for names: a check of something else is worse than none, as it is relied on.
void is_checked(const Question& question, const v1::ReviewFile& review, const std::string& document) {
  if (review.accepted() == 0) return;
  if (auto why = not_checked(question.file, review, document); !why.empty())
    question.findings.add(Code::report_check_missing, std::move(why));
}

void admit_published(const Question& question) {
  const auto& published = question.entry.report_published();
  const auto* review = find_review(question.file, published.review());
  not_held(question, review);
  if (review == nullptr) return;
  led_here(question, *review);
  if (review->accepted() != 0 && !review->published_on().empty()) {
    question.findings.add(Code::not_in_this_stage, "This report is published already. Replace it instead.");
  }
  is_accepted(question, *review, published.has_version() ? std::optional(published.version()) : std::nullopt,
              "/reportPublished/version");
  if (published.form() == v1::PUBLICATION_FORM_IMPROVEMENTS_ONLY && published.reasons().empty()) {
    question.findings.add(Code::reasons_required, "Say why only the improvements are published.", {"wt-2023"},
                          "/reportPublished/reasons");
  }
  copy_in_time(question, *review, published.has_version() ? published.version() : review->accepted());
  is_checked(question, *review, published.document());
  not_before(question, question.entry.occurred_on(), review->accepted_on(),
             "A report cannot be published before it is accepted.", "/occurredOn");
}

void apply_published(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& published = entry.report_published();
  auto& review = the(find_review(file, published.review()));
  review.set_published_on(entry.occurred_on());
  review.set_first_published_on(entry.occurred_on());
  review.set_published_by(entry.entry());
  review.set_published_time(entry.recorded_time());
  review.set_published_document(published.document());
  review.set_published_version(published.has_version() ? published.version() : review.accepted());
  review.set_form(published.has_form() ? published.form() : v1::PUBLICATION_FORM_FULL);
  if (moves_stage(file, review)) file.set_stage(v1::STAGE_PUBLISHED);
}

void admit_declined(const Question& question) {
  const auto* review = find_review(question.file, question.entry.publication_declined().review());
  if (review != nullptr) led_here(question, *review);
  if (review != nullptr && (review->accepted() == 0 || !review->published_on().empty())) {
    question.findings.add(Code::not_in_this_stage, "This report is not accepted, or it is published already.");
  }
}

void apply_declined(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& declined = entry.publication_declined();
  auto& review = the(find_review(file, declined.review()));
  review.set_declined_on(entry.occurred_on());
  tell_declining(file, entry, review, declined.reported_to());
  if (moves_stage(file, review)) file.set_stage(v1::STAGE_ACTIONS);
}

const v1::ReviewFile* published_review(const Question& question, const std::string& name) {
  const auto* review = find_review(question.file, name);
  if (review == nullptr || !review->published_on().empty()) return review;
  question.findings.add(Code::not_in_this_stage, "This report is not published.");
  return nullptr;
}

void admit_taken_down(const Question& question) {
  const auto& down = question.entry.report_taken_down();
  const auto* review = published_review(question, down.review());
  if (review == nullptr) return;
  if (!review->taken_down_on().empty()) {
    question.findings.add(Code::already_recorded, "This report is taken down already.");
  }
  not_before(question, question.entry.occurred_on(), review->published_on(),
             "A report cannot come down before it was published.", "/occurredOn");
  const auto published = whole_day(review->published_on());
  if (down.reason() != v1::TAKE_DOWN_REASON_TERM_ENDED || !published) return;
  const auto* rule = version_on(question, "keep-published", *published);
  if (rule == nullptr) return;
  const auto until = count(*published, rule->length, rule->unit, rule->counting, question.occasion.calendar);
  const auto day = whole_day(question.entry.occurred_on());
  if (until && day && *day < until->due) {
    question.findings.add(Code::too_early_to_take_down,
                          fmt::format("The report stays published until {}.", until->due.words()), rule->cites);
  }
}

void apply_taken_down(v1::CaseFile& file, const v1::Entry& entry) {
  auto& review = the(find_review(file, entry.report_taken_down().review()));
  review.set_taken_down_on(entry.occurred_on());
  review.set_taken_down_for(entry.report_taken_down().reason());
}

void admit_replaced(const Question& question) {
  const auto& replaced = question.entry.report_replaced();
  not_held(question, find_review(question.file, replaced.review()));
  const auto* review = published_review(question, replaced.review());
  if (review == nullptr) return;
  led_here(question, *review);
  is_accepted(question, *review, replaced.has_version() ? std::optional(replaced.version()) : std::nullopt,
              "/reportReplaced/version");
  if (replaced.document().empty()) {
    question.findings.add(Code::missing_reference,
                          "Say which document is put in place of the published one. File it first if it is not here.",
                          {}, "/reportReplaced/document");
  }
  is_checked(question, *review, replaced.document());
  not_before(question, question.entry.occurred_on(), review->published_on(),
             "A report cannot be replaced before it was published.", "/occurredOn");
}

void apply_replaced(v1::CaseFile& file, const v1::Entry& entry) {
  auto& review = the(find_review(file, entry.report_replaced().review()));
  review.set_taken_down_on("");
  review.set_taken_down_for(v1::TAKE_DOWN_REASON_UNSPECIFIED);
  review.set_published_on(entry.occurred_on());
  review.set_published_by(entry.entry());
  review.set_published_time(entry.recorded_time());
  if (entry.report_replaced().has_document()) review.set_published_document(entry.report_replaced().document());
  const int next = review.accepted() != 0 ? review.accepted() : review.published_version() + 1;
  review.set_published_version(entry.report_replaced().has_version() ? entry.report_replaced().version() : next);
}

}  // namespace

std::vector<Handling> publication_handlings() {
  return {
      {"publication-planned", admit_planned, apply_planned},
      {"advance-copy-sent", nullptr, apply_copy, true},
      {"delay-reported", nullptr, apply_delay, true},
      {"report-published", admit_published, apply_published, false, leave_published},
      {"publication-declined", admit_declined, apply_declined},
      {"report-taken-down", admit_taken_down, apply_taken_down},
      {"report-replaced", admit_replaced, apply_replaced, false, leave_replaced},
      {"material-disclosed", nullptr, nullptr},
  };
}

}  // namespace review
