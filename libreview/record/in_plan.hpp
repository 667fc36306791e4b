#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// Finds `not-one-kind` in a programme that is no improvement plan.
void in_plan(const Question& question);

/// Objects of the plan by name; null where there is none.
[[nodiscard]] v1::ObjectiveFile* find_objective(v1::CaseFile& file, std::string_view objective);
[[nodiscard]] const v1::ObjectiveFile* find_objective(const v1::CaseFile& file, std::string_view objective);
[[nodiscard]] v1::PlanRiskFile* find_risk(v1::CaseFile& file, std::string_view risk);
[[nodiscard]] const v1::PlanRiskFile* find_risk(const v1::CaseFile& file, std::string_view risk);

}  // namespace review
