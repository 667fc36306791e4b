#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/programme_begins.hpp"

namespace review {
namespace {

void admit_programme_opened(const Question& question) {
  const auto& opened = question.entry.programme_opened();
  not_before(question, opened.to(), opened.from(), "A programme cannot end before it begins.", "/programmeOpened/to");
}

void apply_programme_opened(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& opened = entry.programme_opened();
  auto& programme = *file.mutable_programme();
  programme.set_sort(opened.sort());
  programme.set_from(opened.from());
  programme.set_to(opened.to());
  programme.mutable_agencies()->CopyFrom(opened.agencies());
  programme.set_owner(opened.owner());
  programme.set_begun_on(entry.occurred_on());
  file.set_stage(v1::STAGE_PLANNED);
  if (opened.sort() == v1::PROGRAMME_SORT_YEARLY_REPORT)
    mark(file, entry, "yearly-report-due", {.anchor = opened.from()});
}

void admit_step(const Question& question) {
  constexpr const char* pointer = "/programmeStepDone/step";
  const auto& programme = question.file.programme();
  const auto& step = question.entry.programme_step_done().step();
  const auto begun_on = whole_day(programme.begun_on());
  const auto* version = begun_on ? question.occasion.law.programme_steps(programme.sort(), *begun_on) : nullptr;
  if (version == nullptr) {
    question.findings.add(Code::missing_reference, "A programme of this sort has no list of steps.", {}, pointer);
    return;
  }
  if (std::ranges::find(version->steps, step, &ProgrammeStepRule::id) == version->steps.end()) {
    std::string names;
    for (const auto& one : version->steps) names += (names.empty() ? "" : ", ") + one.id;
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no such step in a programme of this sort. There are {}.", names), {},
                          pointer);
    return;
  }
  if (std::ranges::find(programme.steps(), step, &v1::ProgrammeStepFile::step) != programme.steps().end()) {
    question.findings.add(Code::already_recorded, "This step is done already.", {}, pointer);
  }
  not_before(question, question.entry.occurred_on(), programme.begun_on(),
             "This cannot have been before the programme was opened.", "/occurredOn");
}

void apply_step(v1::CaseFile& file, const v1::Entry& entry) {
  auto& step = *file.mutable_programme()->add_steps();
  step.set_step(entry.programme_step_done().step());
  step.set_done_on(entry.occurred_on());
  step.set_entry(entry.entry());
}

void admit_reported(const Question& question) {
  not_before(question, question.entry.occurred_on(), question.file.programme().begun_on(),
             "This cannot have been before the programme was opened.", "/occurredOn");
}

void apply_reported(v1::CaseFile& file, const v1::Entry& entry) {
  auto& programme = *file.mutable_programme();
  programme.set_reported_on(entry.occurred_on());
  programme.mutable_reported_to()->CopyFrom(entry.programme_reported().to());
  file.set_stage(v1::STAGE_REPORTED);
  if (programme.sort() == v1::PROGRAMME_SORT_YEARLY_REPORT) mark(file, entry, "yearly-report-published");
}

void admit_closed(const Question& question) {
  const auto& actions = question.file.actions();
  const bool open = std::ranges::any_of(actions, [](const v1::ActionFile& one) { return !one.complete(); });
  if (!open || question.entry.programme_closed().reason() != v1::PROGRAMME_CLOSE_REASON_COMPLETE) return;
  question.findings.add(Code::not_in_this_stage,
                        "Actions of this programme are open. Close it with the reason that they are carried on.", {},
                        "/programmeClosed/reason");
}

void apply_closed(v1::CaseFile& file, const v1::Entry& entry) {
  if (file.stage() != v1::STAGE_CLOSED) file.set_stage_before_closing(file.stage());
  file.set_stage(v1::STAGE_CLOSED);
  file.set_closed_for(entry.entry());
}

void apply_programme_reopened(v1::CaseFile& file, const v1::Entry&) {
  if (file.stage() == v1::STAGE_CLOSED) file.set_stage(file.stage_before_closing());
  file.set_closed_for("");
}

}  // namespace

void programme_begins(v1::CaseFile& file, std::string_view kind) {
  constexpr std::array<std::string_view, 17> works = {
      "programme-step-done",  "learning-captured",     "recommendation-made",   "action-agreed",
      "action-updated",       "briefing-shared",       "assurance-asked",       "training-planned",
      "pledge-made",          "audit-design-settled",  "audit-case-selected",   "agency-audited-case",
      "plan-objective-set",   "survey-question-asked", "survey-round-answered", "product-drafted",
      "monitoring-round-held"};
  if (file.stage() == v1::STAGE_PLANNED && std::ranges::find(works, kind) != works.end())
    file.set_stage(v1::STAGE_UNDER_WAY);
}

std::vector<Handling> programme_handlings() {
  return {
      {"programme-opened", admit_programme_opened, apply_programme_opened},
      {"programme-step-done", admit_step, apply_step},
      {"programme-reported", admit_reported, apply_reported},
      {"programme-closed", admit_closed, apply_closed},
      {"programme-reopened", nullptr, apply_programme_reopened},
  };
}

}  // namespace review
