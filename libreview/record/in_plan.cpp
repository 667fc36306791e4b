#include "libreview/record/in_plan.hpp"

#include <algorithm>

#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

template <class List, class Name>
auto find_in_list(List& list, std::string_view name, Name name_of) -> decltype(&*list.begin()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return name_of(one) == name; });
  return found == list.end() ? nullptr : &*found;
}

constexpr auto name_of_objective = [](const v1::ObjectiveFile& one) -> const std::string& { return one.objective(); };
constexpr auto name_of_risk = [](const v1::PlanRiskFile& one) -> const std::string& { return one.risk(); };

}  // namespace

void in_plan(const Question& question) {
  if (question.file.programme().sort() == v1::PROGRAMME_SORT_IMPROVEMENT_PLAN) return;
  question.findings.add(Code::not_one_kind, "This is recorded in an improvement plan alone.", {},
                        "/" + kind_of(question.entry)->json);
}

v1::ObjectiveFile* find_objective(v1::CaseFile& file, std::string_view objective) {
  return find_in_list(*file.mutable_programme()->mutable_plan()->mutable_objectives(), objective, name_of_objective);
}

const v1::ObjectiveFile* find_objective(const v1::CaseFile& file, std::string_view objective) {
  return find_in_list(file.programme().plan().objectives(), objective, name_of_objective);
}

v1::PlanRiskFile* find_risk(v1::CaseFile& file, std::string_view risk) {
  return find_in_list(*file.mutable_programme()->mutable_plan()->mutable_risks(), risk, name_of_risk);
}

const v1::PlanRiskFile* find_risk(const v1::CaseFile& file, std::string_view risk) {
  return find_in_list(file.programme().plan().risks(), risk, name_of_risk);
}

}  // namespace review
