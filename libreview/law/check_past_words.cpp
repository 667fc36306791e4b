#include "libreview/law/check_past_words.hpp"

#include <fmt/format.h>

#include "libreview/law/law_faults.hpp"

namespace review {

std::vector<LawFault> check_past_words(const PastWords& words, const RuleBook& book) {
  const Names none;
  LawFaults faults(book, none, none);
  faults.check_references("past", words.cites);
  faults.check_grade("past", words.grade);
  Names fields;
  Names headings;
  for (const auto& field : words.fields) {
    const auto where = fmt::format("past, field {}", field.id);
    if (!fields.insert(field.id).second) faults.add(where, "is there twice");
    for (const auto& sheet : field.on) {
      for (const auto& heading : field.headings) {
        if (!headings.insert(sheet + ": " + heading).second) {
          faults.add(where, fmt::format("shares the heading '{}' with another field", heading));
        }
      }
    }
  }
  Names meanings;
  for (const auto& value : words.values) {
    const auto where = fmt::format("past, {} {}", value.of, value.is);
    if (!fields.contains(value.of)) faults.add(where, "is of no field");
    if (value.of == "themes" && book.theme(value.is) == nullptr) faults.add(where, "is no theme of a list");
    if (!value.says.empty() || !value.cites.empty()) faults.check_references(where, value.cites);
    for (const auto& word : value.words) {
      if (!meanings.insert(value.of + ": " + word).second) {
        faults.add(where, fmt::format("the word '{}' has two meanings", word));
      }
    }
  }
  return faults.take();
}

}  // namespace review
