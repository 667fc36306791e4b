#include "libreview/law/law_faults.hpp"

#include <fmt/format.h>

#include <utility>

namespace review {
namespace {

bool is_grade(std::string_view grade) {
  if (grade == "local") return true;
  bool letter_next = true;
  for (const char each : grade) {
    const bool fits = letter_next ? std::string_view("SKIC").find(each) != std::string_view::npos : each == '+';
    if (!fits) return false;
    letter_next = !letter_next;
  }
  return !letter_next;
}

}  // namespace

void LawFaults::add(std::string where, std::string says) { faults_.push_back({std::move(where), std::move(says)}); }

void LawFaults::check_references(const std::string& where, const std::vector<Citation>& references) {
  if (references.empty()) add(where, "has no citation");
  for (const Citation& reference : references) {
    if (book_->source(reference.source) == nullptr)
      add(where, fmt::format("cites the unknown source '{}'", reference.source));
  }
}

void LawFaults::check_grade(const std::string& where, std::string_view grade) {
  if (!is_grade(grade)) add(where, fmt::format("has the unknown grade '{}'", grade));
}

void LawFaults::check_triggers(const std::string& where, const std::vector<std::string>& triggers) {
  for (const std::string& trigger : triggers) {
    if (kinds_->contains(trigger) || milestones_->contains(trigger)) continue;
    add(where, fmt::format("waits for '{}', which is neither a kind of entry nor a milestone", trigger));
  }
}

}  // namespace review
