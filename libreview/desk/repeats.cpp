#include "libreview/desk/repeats.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "libreview/access/may_read.hpp"
#include "libreview/desk/likest.hpp"
#include "libreview/desk/sought_stems.hpp"
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

/// What is said on a theme is both.
std::array<v1::Entry, 2> said_on_themes() {
  std::array<v1::Entry, 2> sorts;
  sorts[0].mutable_learning_captured();
  sorts[1].mutable_recommendation_made();
  return sorts;
}

bool counts(ReadCases& cases, const std::string& case_id) {
  static const auto sorts = said_on_themes();
  return std::ranges::all_of(sorts, [&](const v1::Entry& sort) { return cases.counts(case_id, sort); });
}

RepeatedTheme repeated(ReadCases& cases, const std::string& case_id, const std::string& theme, const SaidAt& first) {
  RepeatedTheme found{theme, 0, 0, 0, 0, {}};
  const auto rows = cases.views().learned().on_theme(theme, record_of(case_id), first, cases.reader(), cases.today());
  for (const auto& row : rows) {
    const auto reference = reference_of(row.newest.record);
    if (!counts(cases, reference)) continue;
    found.findings += row.findings;
    found.recommended += row.recommendations;
    ++(sort_of(reference).name == "case" ? found.cases : found.programmes);
    if (found.newest.size() < most_cases_told) found.newest.push_back(told(cases, reference, theme, row.newest));
  }
  return found;
}

/// What is to be looked for: nothing where the reader does not read what is recommended.
std::vector<std::vector<TellingWord>> words_made(const std::vector<v1::Entry>& made) {
  std::vector<std::vector<TellingWord>> all;
  for (const auto& one : made) {
    const auto& text = one.recommendation_made().text();
    all.push_back(text == words_under_embargo ? std::vector<TellingWord>() : telling_words(text));
  }
  return all;
}

/// What may be like each of the texts, of all that was recommended elsewhere before.
std::vector<std::vector<Candidate>> alike_before(ReadCases& cases, const std::vector<v1::Entry>& made,
                                                 const std::vector<std::vector<TellingWord>>& texts, int from) {
  struct Taken {
    std::vector<SoughtStems::Like> like;
    bool may_be_covered;
  };
  SoughtStems sought(texts, from);
  std::vector<Taken> taken;  // row by row
  const auto takes = [&](std::string_view stems, bool may_be_covered) {
    auto like = sought.like(stems, may_be_covered);
    if (like.empty()) return false;
    taken.push_back({std::move(like), may_be_covered});
    return true;
  };
  const auto last = said_at(*std::ranges::max_element(made, {}, said_at));
  const auto rows =
      cases.views().learned().recommended(record_of(made.front().case_()), last, takes, cases.reader(), cases.today());
  std::vector<std::vector<Candidate>> before(made.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const auto& like : taken[row].like) {
      if (rows[row].at < said_at(made[like.text]))
        before[like.text].push_back({rows[row], taken[row].may_be_covered, like.at_most});
    }
  }
  for (auto& candidates : before) put_in_order(candidates);
  return before;
}

std::vector<RepeatedRecommendation> repeated(ReadCases& cases, const std::vector<v1::Entry>& made, int from) {
  std::vector<RepeatedRecommendation> all;
  if (made.empty()) return all;
  const auto texts = words_made(made);
  const auto before = alike_before(cases, made, texts, from);
  for (std::size_t i = 0; i < made.size(); ++i) {
    all.push_back({earlier_of(cases, made[i]), count_like(cases, before[i], texts[i], from),
                   likest(cases, before[i], texts[i], from, most_repeats)});
    cases.note(made[i].case_(), made[i]);
  }
  return all;
}

}  // namespace

Result<Repeats> repeats(ReadCases& cases, const std::string& case_id, int from) {
  if (const auto may = may_read(cases.reader()); !may) return refuse(may.error());
  if (!cases.sees(case_id)) return refuse(no_case());
  const auto& counted = cases.counted(case_id);
  Repeats found;
  std::vector<v1::Entry> made;
  for (const auto& entry : counted) {
    if (!themes_of(entry).empty()) cases.note(case_id, entry);
    if (entry.has_recommendation_made()) made.push_back(entry);
  }
  found.recommendations = repeated(cases, made, from);
  for (const auto& [theme, first] : first_said(counted)) found.themes.push_back(repeated(cases, case_id, theme, first));
  std::ranges::stable_sort(found.themes, std::greater<>(),
                           [](const RepeatedTheme& one) { return std::pair(one.findings, one.recommended); });
  return found;
}

}  // namespace review
