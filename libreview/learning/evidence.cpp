#include "libreview/learning/evidence.hpp"

#include <algorithm>

#include "libreview/record/days.hpp"

namespace review {
namespace {

using Themes = std::set<std::string, std::less<>>;
using Names = std::set<NamedIn>;

template <class List>
bool meets(const List& list, const Themes& themes) {
  return std::ranges::any_of(list, [&](const std::string& one) { return themes.contains(one); });
}

/// The record that something is in: the named one, or the one that names it.
std::string record_in(const std::string& named, const v1::CaseFile& file) {
  return named.empty() ? file.case_() : named;
}

std::string day_found(const PlacedFinding& one) {
  const auto when = found_when(one.finding);
  return when ? when->first.iso() : std::string(no_day);
}

std::vector<PlacedFinding> found_under(const std::vector<LearnedRecord>& records, const Themes& themes) {
  std::vector<PlacedFinding> found;
  for (const auto& record : records) {
    for (const auto& finding : record.file.findings()) {
      if (meets(finding.themes(), themes)) found.push_back({record.file.case_(), finding});
    }
  }
  std::ranges::stable_sort(found, {}, day_found);
  return found;
}

Names names_of(const std::vector<PlacedFinding>& findings) {
  Names names;
  for (const auto& one : findings) names.insert(one.name());
  return names;
}

BeforeAfter count_beside(const std::vector<PlacedFinding>& findings, Date day) {
  BeforeAfter counted;
  for (const auto& one : findings) {
    const auto where = beside(one.finding, day);
    ++(where == Beside::before ? counted.before : where == Beside::after ? counted.after : counted.unclear);
  }
  return counted;
}

std::vector<ActionEvidence> actions_for(const std::vector<LearnedRecord>& records, const Names& recommendations,
                                        const std::vector<PlacedFinding>& findings) {
  std::vector<ActionEvidence> all;
  for (const auto& record : records) {
    for (const auto& action : record.file.actions()) {
      ActionEvidence one{record.file.case_(), action, {}, day_done(action)};
      for (const auto& served : action.serves()) {
        const NamedIn name{record_in(served.of_case(), record.file), served.recommendation()};
        if (recommendations.contains(name)) one.serves.push_back(name);
      }
      if (one.serves.empty()) continue;
      if (one.done_on) one.found = count_beside(findings, *one.done_on);
      all.push_back(std::move(one));
    }
  }
  std::ranges::stable_sort(
      all, {}, [](const ActionEvidence& one) { return one.done_on ? one.done_on->iso() : std::string(no_day); });
  return all;
}

/// The bearings on and by these findings, or on these alone.
enum class Which { on_or_by, on };
std::vector<PlacedBearing> bearings_among(const std::vector<LearnedRecord>& records, const Names& findings,
                                          Which which) {
  std::map<NamedIn, const v1::FindingFile*> there;
  for (const auto& record : records) {
    for (const auto& finding : record.file.findings())
      there.emplace(NamedIn{record.file.case_(), finding.finding()}, &finding);
  }
  std::vector<PlacedBearing> all;
  for (const auto& record : records) {
    for (const auto& finding : record.file.findings()) {
      const NamedIn by{record.file.case_(), finding.finding()};
      for (const auto& bears : finding.bears_on()) {
        const NamedIn of{record_in(bears.case_(), record.file), bears.finding()};
        const bool meant = findings.contains(of) || (which == Which::on_or_by && findings.contains(by));
        // Of one that the reader does not see nothing is told.
        if (const auto found = there.find(of); meant && found != there.end())
          all.push_back({{by.record, finding}, {of.record, *found->second}, bears.bearing()});
      }
    }
  }
  return all;
}

/// By what the question is tied to these; nothing where it is not.
std::optional<TiedBy> tie_of(const SurveyQuestion& question, const v1::CaseFile& file, const Names& recommendations,
                             const Names& findings, const Themes& themes) {
  const auto tied = [&](const Names& names, const std::string& name, const v1::SurveyTie& tie) {
    return !name.empty() && names.contains({record_in(tie.of_case(), file), name});
  };
  const auto& ties = question.ties;
  if (std::ranges::any_of(ties, [&](const auto& one) { return tied(recommendations, one.recommendation(), one); }))
    return TiedBy::recommendation;
  if (std::ranges::any_of(ties, [&](const auto& one) { return tied(findings, one.finding(), one); }))
    return TiedBy::finding;
  return meets(question.themes, themes) ? std::optional(TiedBy::theme) : std::nullopt;
}

std::vector<QuestionEvidence> questions_about(const std::vector<LearnedRecord>& records, const Names& recommendations,
                                              const Names& findings, const Themes& themes) {
  std::vector<QuestionEvidence> all;
  for (const auto& record : records) {
    for (const auto& question : record.survey) {
      const auto by = tie_of(question, record.file, recommendations, findings, themes);
      if (by) all.push_back({record.file.case_(), question, *by});
    }
  }
  std::ranges::stable_sort(all, {}, &QuestionEvidence::tied_by);
  return all;
}

std::vector<PlacedRecommendation> recommended_under(const std::vector<LearnedRecord>& records, const Names& findings,
                                                    const Themes& themes) {
  std::vector<PlacedRecommendation> all;
  for (const auto& record : records) {
    for (const auto& made : record.file.recommendations()) {
      const bool follows = std::ranges::any_of(made.findings(), [&](const std::string& finding) {
        return findings.contains({record.file.case_(), finding});
      });
      if (follows || meets(made.themes(), themes)) all.push_back({record.file.case_(), made});
    }
  }
  return all;
}

const v1::RecommendationFile* find_made(const v1::CaseFile& file, const std::string& name) {
  const auto& all = file.recommendations();
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return one.recommendation() == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<LaterFinding> later_than(const std::vector<PlacedFinding>& findings, const RecommendationEvidence& of) {
  std::optional<Date> first_done;
  for (const auto& action : of.actions) {
    if (action.done_on && (!first_done || *action.done_on < *first_done)) first_done = action.done_on;
  }
  const auto made_on = whole_day(of.made.made_on());
  std::vector<LaterFinding> later;
  for (const auto& one : findings) {
    const bool followed = std::ranges::find(of.follows_from, one.name()) != of.follows_from.end();
    if (followed || !made_on || beside(one.finding, *made_on) != Beside::after) continue;
    later.push_back({one, first_done ? std::optional(beside(one.finding, *first_done)) : std::nullopt});
  }
  return later;
}

}  // namespace

std::optional<Date> day_done(const v1::ActionFile& action) {
  std::optional<Date> first;
  for (const auto& rung : action.rungs()) {
    if (rung.reached() < v1::REACHED_DONE || rung.reached() > v1::REACHED_CHANGED) continue;
    const auto on = whole_day(rung.on());
    if (on && (!first || *on < *first)) first = on;
  }
  return first || !action.complete() ? first : whole_day(action.complete_since());
}

ThemeEvidence theme_evidence(const std::vector<LearnedRecord>& records, std::string_view theme) {
  const Themes themes{std::string(theme)};
  ThemeEvidence evidence{.findings = found_under(records, themes)};
  const auto findings = names_of(evidence.findings);
  evidence.recommendations = recommended_under(records, findings, themes);
  Names recommendations;
  for (const auto& one : evidence.recommendations) recommendations.insert(one.name());
  evidence.actions = actions_for(records, recommendations, evidence.findings);
  evidence.bearings = bearings_among(records, findings, Which::on_or_by);
  evidence.questions = questions_about(records, recommendations, findings, themes);
  return evidence;
}

std::optional<RecommendationEvidence> recommendation_evidence(const std::vector<LearnedRecord>& records,
                                                              const NamedIn& recommendation) {
  const auto record =
      std::ranges::find_if(records, [&](const auto& one) { return one.file.case_() == recommendation.record; });
  if (record == records.end()) return std::nullopt;
  const auto* made = find_made(record->file, recommendation.name);
  if (made == nullptr) return std::nullopt;
  RecommendationEvidence evidence{.made = *made, .themes = {made->themes().begin(), made->themes().end()}};
  for (const auto& finding : record->file.findings()) {
    if (std::ranges::find(made->findings(), finding.finding()) == made->findings().end()) continue;
    evidence.follows_from.push_back({recommendation.record, finding.finding()});
    evidence.themes.insert(finding.themes().begin(), finding.themes().end());
  }
  const Themes themes(evidence.themes.begin(), evidence.themes.end());
  const Names followed(evidence.follows_from.begin(), evidence.follows_from.end());
  const auto findings = found_under(records, themes);
  evidence.actions = actions_for(records, {recommendation}, findings);
  evidence.bearings = bearings_among(records, followed, Which::on);
  evidence.later = later_than(findings, evidence);
  evidence.questions = questions_about(records, {recommendation}, followed, themes);
  return evidence;
}

}  // namespace review
