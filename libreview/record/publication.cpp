#include <fmt/format.h>

#include <algorithm>

#include "libreview/calendar/counting.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/led_here.hpp"
#include "libreview/record/preparations.hpp"

namespace review {
namespace {

const ClockVersion* version_on(const Question& question, std::string_view clock, Date day) {
  const auto* rule = question.occasion.law.clock(clock);
  return rule == nullptr ? nullptr : question.occasion.law.version(*rule, day);
}

void admit_planned(const Question& question) {
  const auto day = whole_day(question.entry.publication_planned().planned_on());
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
  const bool copy_good = !review.copy_sent_on().empty() && review.copy_version() == review.accepted();
  review.set_planned_on(planned.planned_on());
  mark(file, entry, "advance-copy-needed", {.anchor = planned.planned_on(), .subject = planned.review()});
  if (copy_good) mark(file, entry, "advance-copy-sent", {.on = review.copy_sent_on(), .subject = planned.review()});
  prepare_for(file, entry, review);
}

void apply_copy(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& copy = entry.advance_copy_sent();
  auto& review = the(find_review(file, copy.review()));
  const int version = copy.has_version() ? copy.version() : std::max(review.accepted(), 1);
  review.set_copy_sent_on(entry.occurred_on());
  review.set_copy_version(version);
  // A copy of another version than the accepted one is not the copy that is owed.
  if (review.accepted() == 0 || version == review.accepted())
    mark(file, entry, "advance-copy-sent", {.subject = copy.review()});
}

void apply_delay(v1::CaseFile& file, const v1::Entry& entry) {
  for (auto& review : *file.mutable_reviews()) {
    if (!entry.delay_reported().review().empty() && review.review() != entry.delay_reported().review()) continue;
    review.set_delay_reported_on(entry.occurred_on());
    review.set_expected_on(entry.delay_reported().expected_on());
    if (review.declined_on().empty() || review.explained()) continue;
    review.set_explained(true);
    mark(file, entry, "publication-explained", {.subject = review.review()});
  }
}

void not_held(const Question& question) {
  auto holds = holds_on(question.file, question.occasion.today);
  for (const auto& other : question.occasion.joined) {
    for (auto& hold : holds_on(other, question.occasion.today)) {
      hold.name = other.case_() + "/" + hold.name;
      holds.push_back(std::move(hold));
    }
  }
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

void copy_in_time(const Question& question, const v1::ReviewFile& review, int version) {
  if (review.copy_sent_on().empty() || (version != 0 && review.copy_version() != version)) {
    question.findings.add(Code::advance_copy_missing,
                          "The Panel and the Secretary of State have no copy of this version. Send it first.",
                          {"wt-2023"});
    return;
  }
  const auto published = whole_day(question.entry.occurred_on());
  const auto sent = whole_day(review.copy_sent_on());
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

void admit_published(const Question& question) {
  const auto& published = question.entry.report_published();
  not_held(question);
  const auto* review = find_review(question.file, published.review());
  if (review == nullptr) return;
  led_here(question, *review);
  if (review->accepted() == 0 || !review->published_on().empty()) {
    question.findings.add(Code::not_in_this_stage, review->accepted() == 0
                                                       ? "The partners have not accepted this report."
                                                       : "This report is published already. Replace it instead.");
  }
  if (published.form() == v1::PUBLICATION_FORM_IMPROVEMENTS_ONLY && published.reasons().empty()) {
    question.findings.add(Code::reasons_required, "Say why only the improvements are published.", {"wt-2023"},
                          "/reportPublished/reasons");
  }
  if (published.has_version() && review->accepted() != 0 && published.version() != review->accepted()) {
    question.findings.add(Code::not_in_this_stage,
                          fmt::format("The partners accepted version {}, not this one.", review->accepted()), {},
                          "/reportPublished/version");
  }
  copy_in_time(question, *review, published.has_version() ? published.version() : review->accepted());
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
  if (!declined.reported_to().empty()) {
    review.set_explained(true);
    mark(file, entry, "publication-explained", {.subject = declined.review()});
  }
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
  not_held(question);
  const auto* review = published_review(question, question.entry.report_replaced().review());
  if (review == nullptr) return;
  led_here(question, *review);
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
  review.set_published_version(entry.report_replaced().has_version() ? entry.report_replaced().version()
                                                                     : review.published_version() + 1);
}

}  // namespace

std::vector<Handling> publication_handlings() {
  return {
      {"publication-planned", admit_planned, apply_planned},
      {"advance-copy-sent", nullptr, apply_copy, true},
      {"delay-reported", nullptr, apply_delay},
      {"report-published", admit_published, apply_published},
      {"publication-declined", admit_declined, apply_declined},
      {"report-taken-down", admit_taken_down, apply_taken_down},
      {"report-replaced", admit_replaced, apply_replaced},
      {"material-disclosed", nullptr, nullptr},
  };
}

}  // namespace review
