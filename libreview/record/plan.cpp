#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/in_plan.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

void admit_in_plan(const Question& question) { in_plan(question); }

void apply_theme(v1::CaseFile& file, const v1::Entry& entry) {
  auto& theme = *file.mutable_programme()->mutable_plan()->add_themes();
  theme.set_plan_theme(entry.plan_theme_named().plan_theme());
  theme.set_entry(entry.entry());
}

/// Other cases and programmes are among those that go with the occasion.
const v1::CaseFile* case_aligned(const Question& question, const v1::AlignedTo& aligned) {
  if (aligned.of_case().empty()) return &question.file;
  const auto& joined = question.occasion.joined;
  const auto found = std::ranges::find_if(joined, [&](const auto& one) { return one.case_() == aligned.of_case(); });
  return found == joined.end() ? nullptr : &*found;
}

bool has_finding(const v1::CaseFile& file, const std::string& finding) {
  return std::ranges::any_of(file.findings(), [&](const auto& one) { return one.finding() == finding; });
}

void follows_from_what_there_is(const Question& question) {
  int place = 0;
  for (const auto& aligned : question.entry.plan_objective_set().aligned_to()) {
    const auto at = fmt::format("/planObjectiveSet/alignedTo/{}", place++);
    const auto* file = case_aligned(question, aligned);
    if (file == nullptr) continue;
    const auto where = file == &question.file ? std::string("this plan")
                                              : fmt::format("{} {}", sort_of(file->case_()).name, file->case_());
    if (aligned.has_finding() && !has_finding(*file, aligned.finding())) {
      question.findings.add(Code::missing_reference,
                            fmt::format("There is no finding {} in {}.", aligned.finding(), where), {},
                            at + "/finding");
    }
    if (aligned.has_recommendation() && find_recommendation(*file, aligned.recommendation()) == nullptr) {
      question.findings.add(Code::missing_reference,
                            fmt::format("There is no recommendation {} in {}.", aligned.recommendation(), where), {},
                            at + "/recommendation");
    }
  }
}

void admit_objective(const Question& question) {
  in_plan(question);
  not_before(question, question.entry.plan_objective_set().due_on(), question.entry.occurred_on(),
             "An objective cannot be due before it is set.", "/planObjectiveSet/dueOn");
  follows_from_what_there_is(question);
}

void apply_objective(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& set = entry.plan_objective_set();
  auto& objective = *file.mutable_programme()->mutable_plan()->add_objectives();
  objective.set_objective(set.objective());
  objective.set_plan_theme(set.plan_theme());
  for (const auto& aligned : set.aligned_to()) {
    auto& kept = *objective.add_aligned_to();
    kept = aligned;
    kept.clear_part();
  }
  objective.set_owner(set.owner());
  objective.set_due_on(set.due_on());
  objective.set_set_on(entry.occurred_on());
  objective.set_entry(entry.entry());
}

void admit_updated(const Question& question) {
  in_plan(question);
  const auto& updated = question.entry.plan_objective_updated();
  const auto* objective = find_objective(question.file, updated.objective());
  if (objective == nullptr) return;
  not_before(question, question.entry.occurred_on(), objective->set_on(), "This cannot have been before it was set.",
             "/occurredOn");
  if (updated.has_due_on() && updated.due_on() > objective->due_on() && updated.reason().empty()) {
    question.findings.add(Code::reasons_required, "Say why the date is moved later. Every move is counted.", {},
                          "/planObjectiveUpdated/reason");
  }
}

/// By day, and of one day in the order they were recorded.
void keep_status(v1::ObjectiveFile& objective, const v1::Entry& entry) {
  auto& status = *objective.add_statuses();
  status.set_status(entry.plan_objective_updated().status());
  status.set_on(entry.occurred_on());
  status.set_entry(entry.entry());
  auto& all = *objective.mutable_statuses();
  std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.on() < other.on(); });
}

void apply_updated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& updated = entry.plan_objective_updated();
  auto& objective = the(find_objective(file, updated.objective()));
  keep_status(objective, entry);
  if (updated.due_on().empty() || updated.due_on() == objective.due_on()) return;
  auto& slip = *objective.add_slips();
  slip.set_from(objective.due_on());
  slip.set_to(updated.due_on());
  slip.set_entry(entry.entry());
  slip.set_said_on(entry.occurred_on());
  objective.set_due_on(updated.due_on());
}

void apply_tied(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& tied = entry.plan_actions_tied();
  auto& objective = the(find_objective(file, tied.objective()));
  for (const auto& action : tied.actions()) {
    const auto& known = objective.actions();
    if (std::find(known.begin(), known.end(), action) == known.end()) objective.add_actions(action);
  }
}

void apply_round(v1::CaseFile& file, const v1::Entry& entry) {
  auto& rounds = *file.mutable_programme()->mutable_plan()->mutable_rounds();
  auto& round = *rounds.Add();
  round.set_by(entry.plan_round_held().by());
  round.set_on(entry.occurred_on());
  round.set_entry(entry.entry());
  std::stable_sort(rounds.begin(), rounds.end(),
                   [](const auto& one, const auto& other) { return one.on() < other.on(); });
}

}  // namespace

std::vector<Handling> plan_handlings() {
  return {
      {"plan-theme-named", admit_in_plan, apply_theme},
      {"plan-objective-set", admit_objective, apply_objective},
      {"plan-objective-updated", admit_updated, apply_updated},
      {"plan-actions-tied", admit_in_plan, apply_tied},
      {"plan-round-held", admit_in_plan, apply_round},
  };
}

}  // namespace review
