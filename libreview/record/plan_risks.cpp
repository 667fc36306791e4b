#include <fmt/format.h>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/in_plan.hpp"

namespace review {
namespace {

void admit_raised(const Question& question) {
  in_plan(question);
  int place = 0;
  for (const auto& name : question.entry.plan_risk_raised().objectives()) {
    const int at = place++;
    if (find_objective(question.file, name) != nullptr) continue;
    question.findings.add(Code::missing_reference, fmt::format("There is no objective {} in this plan.", name), {},
                          fmt::format("/planRiskRaised/objectives/{}", at));
  }
}

void apply_raised(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& raised = entry.plan_risk_raised();
  auto& risk = *file.mutable_programme()->mutable_plan()->add_risks();
  risk.set_risk(raised.risk());
  risk.set_likelihood(raised.likelihood());
  risk.set_impact(raised.impact());
  risk.set_owner(raised.owner());
  risk.mutable_objectives()->CopyFrom(raised.objectives());
  risk.set_raised_on(entry.occurred_on());
  risk.set_entry(entry.entry());
}

void admit_risk_updated(const Question& question) {
  in_plan(question);
  const auto* risk = find_risk(question.file, question.entry.plan_risk_updated().risk());
  if (risk == nullptr) return;
  not_before(question, question.entry.occurred_on(), risk->raised_on(), "This cannot have been before it was raised.",
             "/occurredOn");
}

void apply_risk_updated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& updated = entry.plan_risk_updated();
  auto& risk = the(find_risk(file, updated.risk()));
  if (updated.has_likelihood()) risk.set_likelihood(updated.likelihood());
  if (updated.has_impact()) risk.set_impact(updated.impact());
  if (updated.has_closed()) risk.set_closed_on(updated.closed() ? entry.occurred_on() : "");
  risk.set_updated_on(entry.occurred_on());
  risk.add_update_entries(entry.entry());
}

}  // namespace

std::vector<Handling> plan_risk_handlings() {
  return {{"plan-risk-raised", admit_raised, apply_raised},
          {"plan-risk-updated", admit_risk_updated, apply_risk_updated}};
}

}  // namespace review
