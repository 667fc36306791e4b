#include "reviewd/base/practice_terms.hpp"

#include <array>
#include <utility>

namespace reviewd {
namespace {

/// A plural has a row of its own: a phrase stands for whole words alone.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> phrases{{
    {"Agency returns", "Agency summaries"},
    {"agency returns", "agency summaries"},
    {"Agency return", "Agency summary"},
    {"agency return", "agency summary"},
    {"Position recorded", "Agency's view recorded"},
    {"Gives no position", "Gives no view"},
    {"Review health checked", "Progress and quality check done"},
    {"Look at the time and quality of the review", "Progress and quality check"},
    {"Referred for learning", "Case referred for consideration"},
    {"Learning referred", "Case referred for consideration"},
    {"Entry corrected", "Update corrected"},
    {"Entry withdrawn", "Update withdrawn"},
    {"looked-after children", "children in care"},
    {"looked-after child", "child in care"},
    {"looked after", "in care"},
}};

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    const bool whole = (at == 0 || !is_letter_at(text, at - 1)) && !is_letter_at(text, at + from.size());
    if (whole) text.replace(at, from.size(), to);
    at += whole ? to.size() : from.size();
  }
}

/// The rapid review panel is written small, so a capital names the national one; but a panel member sits on ours.
void name_the_panel(std::string& text) {
  constexpr std::string_view panel = "Panel";
  constexpr std::string_view national = "National ";
  for (auto at = text.find(panel); at != std::string::npos; at = text.find(panel, at + panel.size())) {
    const bool named = at >= national.size() && text.compare(at - national.size(), national.size(), national) == 0;
    const bool in_a_name = at >= 7 && text.compare(at - 7, 7, "Review ") == 0;
    const bool is_of_the_partnership = text.compare(at + panel.size(), 7, " member") == 0;
    if (named || in_a_name || is_of_the_partnership) continue;
    text.insert(at, national);
    at += national.size();
  }
}

}  // namespace

std::string practice_terms(std::string_view text) {
  std::string terms(text);
  for (const auto& [from, to] : phrases) replace_all(terms, from, to);
  name_the_panel(terms);
  return terms;
}

}  // namespace reviewd
