#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "libreview/base/closest.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/learning/occurrences.hpp"
#include "reviewd/api/behind_json.hpp"
#include "reviewd/api/csv_file.hpp"
#include "reviewd/api/evidence_endpoints.hpp"
#include "reviewd/api/evidence_json.hpp"
#include "reviewd/api/learned_in_parts.hpp"
#include "reviewd/api/listing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;
using Learned = std::vector<review::LearnedRecord>;

/// Into which periods time is cut where somebody says so; nothing where the findings say it.
Result<std::optional<review::Periods>> periods_asked(const Call& call) {
  const auto by = call.request.parameter("by").value_or("");
  if (by.empty()) return std::optional<review::Periods>();
  if (by == "YEARS") return std::optional(review::Periods::years);
  if (by == "QUARTERS") return std::optional(review::Periods::quarters);
  return review::refuse_at(Code::not_a_choice, "Choose YEARS or QUARTERS.", "/by");
}

review::FigureTable table_of(const Call& call, const review::ThemeEvidence& evidence) {
  const auto asked = periods_asked(call);
  const auto periods = asked && *asked ? **asked : review::fitting_periods(evidence.findings);
  return review::occurrences(evidence.findings, periods, call.desk().law().figures());
}

const review::Theme* find_theme(const review::RuleBook& law, const std::string& id) {
  const auto* list = law.list_of_theme(id);
  if (list == nullptr) return nullptr;
  const auto found = std::ranges::find(list->themes, id, &review::Theme::id);
  return found == list->themes.end() ? nullptr : &*found;
}

review::Refusal no_theme(const review::RuleBook& law, const std::string& theme) {
  std::vector<std::string> names;
  for (const auto& list : law.theme_lists()) {
    for (const auto& known : list.themes) names.push_back(known.id);
  }
  return {Code::not_found, fmt::format("There is no theme {}.{}", theme, review::did_you_mean(theme, names))};
}

/// Refuses who may not ask, and what cannot be asked for, before anything is read.
Result<void> may_ask(const Call& call) {
  if (const auto may = may_see_evidence(call); !may) return may;
  if (const auto periods = periods_asked(call); !periods) return review::refuse(periods.error());
  return {};
}

/// An answer about the theme of the address. One of no list is there as long as something stands under it.
template <class Make>
Response about_theme(Call& call, Make make) {
  if (const auto may = may_ask(call); !may) return refused(call, may.error());
  return learned_in_parts(call, [make](Call& now, const Learned& learned) {
    const auto theme = now.path("theme");
    const auto evidence = review::theme_evidence(learned, theme);
    const bool known = find_theme(now.desk().law(), theme) != nullptr;
    if (!known && evidence.findings.empty() && evidence.recommendations.empty() && evidence.questions.empty())
      return refused(now, no_theme(now.desk().law(), theme));
    return make(now, evidence);
  });
}

void note_counted(Call& call, const std::vector<review::PlacedFinding>& findings) {
  for (const auto& one : findings) call.desk().note_shown(one.record, "list");
}

Response theme_answer(Call& call, const review::ThemeEvidence& evidence) {
  const auto& law = call.desk().law();
  const auto id = call.path("theme");
  WordsAtHand words(call);
  json::array recommendations;
  for (const auto& one : evidence.recommendations) {
    recommendations.push_back(recommendation_named_json(one, words));
    call.desk().note_shown(one.record, "list");
  }
  json::object out{{"theme", id},
                   {"occurrences", whole_table_json(table_of(call, evidence))},
                   {"recommendations", std::move(recommendations)},
                   {"actions", actions_evidence_json(evidence.actions, words)},
                   {"bearings", bearings_json(evidence.bearings, words)},
                   {"questions", questions_json(evidence.questions, words)}};
  if (const auto* theme = find_theme(law, id); theme != nullptr) {
    out["title"] = theme->title;
    out["sentence"] = theme->sentence;
    out["list"] = law.list_of_theme(id)->title;
  }
  note_counted(call, evidence.findings);
  note_bearings(call, evidence.bearings);
  words.note();
  return json_answer(200, out);
}

Response get_theme(Call& call) { return about_theme(call, theme_answer); }

Response theme_csv_answer(Call& call, const review::ThemeEvidence& evidence) {
  const auto table = table_of(call, evidence);
  CsvLines lines{{"from"}, {"Found"}};
  for (const auto& column : table.columns) {
    lines[0].push_back(column.id);
    lines[1].push_back(column.title);
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<std::string> cells{table.rows[row].title};
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      cells.push_back(std::to_string(table.at({row, column}).value()));
    lines.push_back(std::move(cells));
  }
  note_counted(call, evidence.findings);
  return csv_file(call, "theme", lines);
}

Response theme_csv(Call& call) { return about_theme(call, theme_csv_answer); }

Response behind_answer(Call& call, const review::ThemeEvidence& evidence) {
  const auto table = table_of(call, evidence);
  const auto row = std::ranges::find(table.rows, call.path("row"), &review::FigureLine::id);
  const auto column = std::ranges::find(table.columns, call.path("column"), &review::FigureLine::id);
  if (row == table.rows.end() || column == table.columns.end())
    return refused(call, {Code::not_found, "There is no figure of this name."});
  const review::FigurePlace place{static_cast<std::size_t>(row - table.rows.begin()),
                                  static_cast<std::size_t>(column - table.columns.begin())};
  const auto& behind = table.at(place).behind;
  const auto part = cut(call, behind.size());
  if (!part) return refused(call, part.error());
  json::array shown;
  for (std::size_t i = part->from; i < part->to; ++i) {
    call.desk().note_shown(behind[i].case_id, "list");
    shown.push_back(behind_json(call, behind[i]));
  }
  return json_answer(
      200,
      json::object{{"title", figure_title(table, place)}, {"behind", std::move(shown)}, {"nextPageToken", part->next}});
}

Response theme_figure(Call& call) { return about_theme(call, behind_answer); }

}  // namespace

std::vector<Endpoint> evidence_endpoints() {
  std::vector<Endpoint> rows{
      {"GET",
       "/v1/themes/{theme}/evidence",
       "getThemeEvidence",
       "How often a theme was found over time and by what, before and after the actions that address it, what "
       "surveys answered, and what was confirmed or contradicted",
       {Right::read_cases},
       Use::read,
       {"by"},
       "",
       "ThemeEvidence",
       200,
       get_theme},
      {"GET",
       "/v1/themes/{theme}/evidence:csv",
       "getThemeEvidenceAsCsv",
       "How often a theme was found, by period and source, for a spreadsheet",
       {Right::read_cases},
       Use::read,
       {"by"},
       "",
       "Csv",
       200,
       theme_csv},
      {"GET",
       "/v1/themes/{theme}/evidence/{row}/{column}",
       "listThemeFigure",
       "The findings behind one of its figures",
       {Right::read_cases},
       Use::read,
       {"by", "pageSize", "pageToken", "skip"},
       "",
       "BehindFigure",
       200,
       theme_figure}};
  for (auto& row : recommendation_evidence_endpoints()) rows.push_back(std::move(row));
  return rows;
}

}  // namespace reviewd
