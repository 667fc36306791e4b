#include "libreview/record/preparations.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "libreview/record/advance_copy.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/vocabulary/kebab_choice.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// `legal-read-done` for LEGAL_READ.
std::string done_milestone(v1::PublicationStep step) {
  return kebab_choice(short_name_of(step, v1::PublicationStep_descriptor())) + "-done";
}

/// What was done, as it is known of a step or of the check for names.
struct Done {
  const std::string& on;
  int version;
};

/// Whether what was done takes the place of what is known: with the accepted version before any other, then with the
/// newest, then on the newest day. What is recorded late is not newer.
bool is_newer(const v1::ReviewFile& review, const Done& now, const Done& known) {
  const auto rank = [&](const Done& one) {
    return std::tuple(review.accepted() != 0 && one.version == review.accepted(), one.version,
                      std::string_view(one.on));
  };
  return known.on.empty() || rank(now) >= rank(known);
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
  const int version = done.has_version() ? done.version() : present_version(review);
  if (!is_newer(review, {entry.occurred_on(), version}, {step.done_on(), step.version()})) return;
  step.set_done_on(entry.occurred_on());
  step.set_version(version);
  if (is_good(review, step.done_on(), step.version()))
    mark(file, entry, done_milestone(done.step()), {.subject = done.review()});
}

/// Of a version of the document that is none of the newest any more, or of a report that was recalled since.
constexpr int stale = 0;

/// What was checked does not count any more; the clock of the check runs again towards a planned day.
void check_again(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review) {
  review.set_rehearsed_version(stale);
  if (review.planned_on().empty() || !review.published_on().empty()) return;
  mark(file, entry, "report-check-needed", {.anchor = review.planned_on(), .subject = review.review()});
}

void apply_rehearsed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& rehearsed = entry.report_rehearsed();
  auto& review = the(find_review(file, rehearsed.review()));
  const int version = rehearsed.has_version() ? rehearsed.version() : present_version(review);
  if (!is_newer(review, {entry.occurred_on(), version}, {review.rehearsed_on(), review.rehearsed_version()})) return;
  review.set_rehearsed_on(entry.occurred_on());
  review.set_rehearsed_version(std::max(version, 1));
  review.set_rehearsed_left(rehearsed.left());
  mark(file, entry, "document-rehearsed", {.subject = rehearsed.review(), .because = rehearsed.document()});
  if (is_rehearsed(review)) mark(file, entry, "report-rehearsed", {.subject = rehearsed.review()});
}

/// A document of ours that may be the report: not a paper of a meeting, not an agency's, not a genogram.
bool has_own_document(const v1::CaseFile& file) {
  return std::any_of(file.named().begin(), file.named().end(),
                     [](const auto& one) { return one.sort() == "document" && !one.of_others() && !one.genogram(); });
}

void admit_rehearsed(const Question& question) {
  const auto& rehearsed = question.entry.report_rehearsed();
  if (rehearsed.document().empty() && has_own_document(question.file)) {
    question.findings.add(Code::missing_reference,
                          "Say which document was checked. If it is kept elsewhere, file where first.", {},
                          "/reportRehearsed/document");
  }
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
  if (is_rehearsed(review))
    mark(file, entry, "report-rehearsed", {.on = review.rehearsed_on(), .subject = review.review()});
}

int present_version(const v1::ReviewFile& review) {
  return review.accepted() != 0 ? review.accepted() : review.draft();
}

bool is_rehearsed(const v1::ReviewFile& review) {
  return review.rehearsed_version() != stale && is_good(review, review.rehearsed_on(), review.rehearsed_version());
}

std::string rehearsed_document(const v1::CaseFile& file, const v1::ReviewFile& review) {
  const auto& all = file.milestones();
  const auto newest = std::find_if(all.rbegin(), all.rend(), [&](const auto& one) {
    return one.name() == "document-rehearsed" && one.subject() == review.review();
  });
  return newest == all.rend() ? std::string() : newest->because();
}

void document_has_changed(v1::CaseFile& file, const v1::Entry& entry, const std::string& document) {
  for (auto& review : *file.mutable_reviews()) {
    if (review.rehearsed_on().empty() || rehearsed_document(file, review) != document) continue;
    check_again(file, entry, review);
  }
}

void publication_was_recalled(v1::CaseFile& file, const v1::Entry& entry, const std::string& review) {
  auto* of = find_review(file, review);
  if (of != nullptr && !of->rehearsed_on().empty()) check_again(file, entry, *of);
}

std::vector<Handling> preparation_handlings() {
  return {
      {"publication-step-assigned", nullptr, apply_assigned},
      {"publication-step-done", nullptr, apply_done},
      {"report-rehearsed", admit_rehearsed, apply_rehearsed, true},
  };
}

}  // namespace review
