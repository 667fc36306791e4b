#include "libreview/law/check_rehearsal.hpp"

#include <fmt/format.h>

#include "libreview/law/law_faults.hpp"

namespace review {

std::vector<LawFault> check_rehearsal(const RehearsalRules& rules, const RuleBook& book) {
  const Names none;
  LawFaults faults(book, none, none);
  const std::string where = "rehearsal";
  faults.check_references(where, rules.cites);
  faults.check_grade(where, rules.grade);
  if (rules.misspelt_letters <= rules.short_letters) faults.add(where, "looks for faults in names that are too short");
  if (rules.misspelt_twice_letters < rules.misspelt_letters) faults.add(where, "has two faults before it has one");
  if (rules.context < 0 || rules.most_characters <= 0) faults.add(where, "has a length that is none");
  Names seen;
  for (const auto& rule : rules.jigsaw) {
    if (!seen.insert(rule.id).second) faults.add(fmt::format("rehearsal, detail {}", rule.id), "is there twice");
  }
  const int kinds = static_cast<int>(seen.size());
  if (rules.jigsaw_kinds < 2 || rules.jigsaw_kinds > kinds) {
    faults.add(where, "warns of a number of details that do not come together");
  }
  return faults.take();
}

}  // namespace review
