#include "reviewd/letters/rapid_review_parts.hpp"

namespace reviewd {

Letter rapid_review_letter(const LetterFacts& facts) {
  LetterText text(facts, "Rapid review");
  reference_and_dates(text, facts);
  who_took_part(text, facts);
  children_and_family(text, facts);
  what_happened(text, facts);
  background(text, facts);
  agency_involvement(text, facts);
  identity(text, facts);
  child_voice(text, facts);
  good_practice(text, facts);
  immediate_actions(text, facts);
  learning(text, facts);
  criteria(text, facts);
  decision(text, facts);
  national_review(text, facts);
  next_steps(text, facts);
  proceedings(text, facts);
  family_informed(text, facts);
  signatures(text, facts);
  lateness(text, facts);
  return std::move(text).letter();
}

}  // namespace reviewd
