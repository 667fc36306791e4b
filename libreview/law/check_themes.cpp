#include "libreview/law/check_themes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

bool has_letter(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

void check_theme(const Theme& theme, Names& known, LawFaults& faults) {
  const std::string where = "theme " + theme.id;
  if (!known.insert(theme.id).second) faults.add(where, "is there twice");
  if (!bare_reference(theme.id)) faults.add(where, "is no name of small letters, digits and hyphens");
  if (theme.words.empty()) faults.add(where, "has no words");
  for (const auto& words : theme.words) {
    if (!has_letter(words)) faults.add(where, fmt::format("is never suggested by '{}'", words));
  }
}

}  // namespace

void check_themes(const RuleBook& book, LawFaults& faults) {
  Names lists;
  Names themes;
  for (const ThemeList& list : book.theme_lists()) {
    const std::string where = "list of themes " + list.id;
    if (!lists.insert(list.id).second) faults.add(where, "is there twice");
    faults.check_references(where, list.references);
    faults.check_grade(where, list.grade);
    if (list.themes.empty()) faults.add(where, "has no themes");
    for (const Theme& theme : list.themes) check_theme(theme, themes, faults);
  }
}

}  // namespace review
