#include "libreview/law/check_prompts.hpp"

#include "libreview/law/law_faults.hpp"

namespace review {

std::vector<LawFault> check_prompts(const PromptRules& rules, const RuleBook& book) {
  const Names none;
  LawFaults faults(book, none, none);
  faults.check_references("prompts", rules.cites);
  faults.check_grade("prompts", rules.grade);
  Names seen;
  for (const Prompt& prompt : rules.prompts) {
    const std::string where = "prompt " + prompt.id;
    if (!seen.insert(prompt.id).second) faults.add(where, "is there twice");
    if (!prompt.of_action && !prompt.of_recommendation) faults.add(where, "is asked of nothing");
    if (prompt.looks_at == LooksAt::text && prompt.vague.empty()) faults.add(where, "has no words to look for");
  }
  return faults.take();
}

}  // namespace review
