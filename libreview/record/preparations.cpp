#include "libreview/record/preparations.hpp"

#include <algorithm>
#include <string>

#include "libreview/record/case_file.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// `legal-read-done` for LEGAL_READ.
std::string done_milestone(v1::PublicationStep step) {
  std::string name = short_name_of(step, v1::PublicationStep_descriptor());
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name + "-done";
}

/// The version that is there: the accepted one, before that the newest draft.
int present_version(const v1::ReviewFile& review) {
  return review.accepted() != 0 ? review.accepted() : review.draft();
}

/// What was done before any version was accepted stays good where that draft is accepted.
bool is_good(const v1::ReviewFile& review, const std::string& done_on, int version) {
  return !done_on.empty() && (review.accepted() == 0 || version == review.accepted());
}

v1::PublicationStepFile& step_of(v1::ReviewFile& review, v1::PublicationStep step) {
  for (auto& one : *review.mutable_steps()) {
    if (one.step() == step) return one;
  }
  auto& added = *review.add_steps();
  added.set_step(step);
  return added;
}

void apply_assigned(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& assigned = entry.publication_step_assigned();
  step_of(the(find_review(file, assigned.review())), assigned.step()).set_owner(assigned.owner());
}

void apply_done(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& done = entry.publication_step_done();
  auto& review = the(find_review(file, done.review()));
  auto& step = step_of(review, done.step());
  step.set_done_on(entry.occurred_on());
  step.set_version(done.has_version() ? done.version() : present_version(review));
  if (is_good(review, step.done_on(), step.version()))
    mark(file, entry, done_milestone(done.step()), {.subject = done.review()});
}

void apply_rehearsed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& rehearsed = entry.report_rehearsed();
  auto& review = the(find_review(file, rehearsed.review()));
  review.set_rehearsed_on(entry.occurred_on());
  review.set_rehearsed_version(rehearsed.has_version() ? rehearsed.version() : present_version(review));
  review.set_rehearsed_left(rehearsed.left());
  if (is_good(review, review.rehearsed_on(), review.rehearsed_version()))
    mark(file, entry, "report-rehearsed", {.subject = rehearsed.review()});
}

void admit_rehearsed(const Question& question) {
  const auto& rehearsed = question.entry.report_rehearsed();
  if (rehearsed.left() > 0 && rehearsed.reasons().empty()) {
    question.findings.add(Code::reasons_required, "Say why these places are left as they are.", {},
                          "/reportRehearsed/reasons");
  }
}

}  // namespace

void prepare_for(v1::CaseFile& file, const v1::Entry& entry, const v1::ReviewFile& review) {
  mark(file, entry, "preparation-needed", {.anchor = review.planned_on(), .subject = review.review()});
  for (const auto& step : review.steps()) {
    if (is_good(review, step.done_on(), step.version()))
      mark(file, entry, done_milestone(step.step()), {.on = step.done_on(), .subject = review.review()});
  }
  if (is_good(review, review.rehearsed_on(), review.rehearsed_version()))
    mark(file, entry, "report-rehearsed", {.on = review.rehearsed_on(), .subject = review.review()});
}

std::vector<Handling> preparation_handlings() {
  return {
      {"publication-step-assigned", nullptr, apply_assigned},
      {"publication-step-done", nullptr, apply_done},
      {"report-rehearsed", admit_rehearsed, apply_rehearsed, true},
  };
}

}  // namespace review
