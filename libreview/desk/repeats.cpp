#include "libreview/desk/repeats.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "libreview/access/may_read.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// When each theme was first said.
std::map<std::string, SaidAt> first_said(const std::vector<v1::Entry>& counted) {
  std::map<std::string, SaidAt> first;
  for (const auto& entry : counted) {
    const auto at = said_at(entry);
    for (const auto& theme : themes_of(entry)) {
      const auto [known, is_new] = first.try_emplace(theme, at);
      if (!is_new) known->second = std::min(known->second, at);
    }
  }
  return first;
}

bool is_on(const v1::Entry& entry, const std::string& theme) {
  const auto themes = themes_of(entry);
  return std::ranges::find(themes, theme) != themes.end();
}

ThemeInCase told(ReadCases& cases, const std::string& case_id, const std::string& theme, const LearnedRow& newest) {
  ThemeInCase one{case_id, newest.at.day, {}};
  const auto& counted = cases.counted(case_id);
  for (const auto& entry : counted) {
    if (entry.entry() == newest.entry) cases.note(case_id, entry);
    if (!entry.has_recommendation_made() || !is_on(entry, theme)) continue;
    one.recommendations.push_back(earlier_of(cases, entry));
    cases.note(case_id, entry);
  }
  return one;
}

/// Learning and recommendations are read by the role alone: no entry has to be looked at to count it.
bool counts(ReadCases& cases, const std::string& case_id) {
  v1::Entry learned;
  learned.mutable_learning_captured();
  v1::Entry recommended;
  recommended.mutable_recommendation_made();
  return cases.reads(case_id, learned) && cases.reads(case_id, recommended);
}

RepeatedTheme repeated(ReadCases& cases, const std::string& case_id, const std::string& theme, const SaidAt& first) {
  RepeatedTheme found{theme, 0, 0, 0, {}};
  std::set<std::string> known;
  const auto rows = cases.views().learned().on_theme(theme, record_of(case_id), first, cases.reader(), cases.today());
  for (const auto& row : rows) {
    const auto other = reference_of(row.record);
    if (!counts(cases, other)) continue;
    ++found.times;
    if (!known.insert(other).second) continue;
    ++(sort_of(other).name == "case" ? found.cases : found.programmes);
    if (found.newest.size() < most_cases_told) found.newest.push_back(told(cases, other, theme, row));
  }
  return found;
}

RepeatedRecommendation repeated(ReadCases& cases, const v1::Entry& made, int from) {
  RepeatedRecommendation one{earlier_of(cases, made), {}};
  cases.note(made.case_(), made);
  if (one.made.text == words_under_embargo) return one;
  one.before = nearest(
      cases,
      {.text = one.made.text, .from = from, .most = most_repeats, .not_in = made.case_(), .before = said_at(made)});
  return one;
}

}  // namespace

Result<Repeats> repeats(ReadCases& cases, const std::string& case_id, int from) {
  if (const auto may = may_read(cases.reader()); !may) return refuse(may.error());
  if (!cases.sees(case_id)) return refuse(no_case());
  const auto& counted = cases.counted(case_id);
  Repeats found;
  for (const auto& entry : counted) {
    if (!themes_of(entry).empty()) cases.note(case_id, entry);
    if (entry.has_recommendation_made()) found.recommendations.push_back(repeated(cases, entry, from));
  }
  for (const auto& [theme, first] : first_said(counted)) found.themes.push_back(repeated(cases, case_id, theme, first));
  std::ranges::stable_sort(found.themes, std::greater<>(), &RepeatedTheme::times);
  return found;
}

}  // namespace review
