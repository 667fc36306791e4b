#include "libreview/law/check_programmes.hpp"

#include <fmt/format.h>

#include <set>

#include "libreview/vocabulary/names.hpp"
#include "review/v1/programme.pb.h"

namespace review {
namespace {

void check_version(const std::string& where, const ProgrammeSteps& version, LawFaults& faults) {
  const auto place = fmt::format("{}, version of {}", where, version.from.iso());
  faults.check_references(place, version.references);
  faults.check_grade(place, version.grade);
  std::set<std::string> seen;
  for (const auto& step : version.steps) {
    if (!is_reference(step.id)) faults.add(place, step.id + " is no name of a step");
    if (!seen.insert(step.id).second) faults.add(place, step.id + " is there twice");
  }
}

}  // namespace

void check_programmes(const RuleBook& book, LawFaults& faults) {
  std::set<std::string> sorts;
  for (const auto& rule : book.programmes()) {
    const auto where = "programme " + rule.id;
    if (!sorts.insert(rule.id).second) faults.add(where, "is there twice");
    bool known = false;
    const auto* type = v1::ProgrammeSort_descriptor();
    for (int i = 1; i < type->value_count(); ++i)
      known = known || programme_rule_id(static_cast<v1::ProgrammeSort>(type->value(i)->number())) == rule.id;
    if (!known) faults.add(where, "is no sort of programme");
    if (rule.versions.empty()) faults.add(where, "has no version");
    const ProgrammeSteps* before = nullptr;
    for (const auto& version : rule.versions) {
      check_version(where, version, faults);
      if (before != nullptr && version.from <= before->from) faults.add(where, "has versions out of order");
      before = &version;
    }
  }
}

}  // namespace review
