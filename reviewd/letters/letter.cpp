#include "reviewd/letters/letter.hpp"

#include "reviewd/letters/letter_words.hpp"

namespace reviewd {

using review::v1::Entry;

std::vector<const Entry*> entries_of(const LetterFacts& facts, Entry::KindOfCase kind) {
  std::vector<const Entry*> found;
  for (const auto& entry : facts.entries) {
    if (entry.kind_of_case() == kind) found.push_back(&entry);
  }
  return found;
}

const Entry& newest_of(const LetterFacts& facts, Entry::KindOfCase kind) {
  const auto found = entries_of(facts, kind);
  return found.empty() ? Entry::default_instance() : *found.back();
}

std::string day_of(const Entry& entry) { return letter_day(entry.occurred_on()); }

}  // namespace reviewd
