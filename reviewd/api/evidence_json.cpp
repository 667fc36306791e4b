#include "reviewd/api/evidence_json.hpp"

#include <algorithm>
#include <utility>

#include "libreview/figures/rows_of_none.hpp"
#include "libreview/record/captured_findings.hpp"
#include "libreview/record/open_action.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/figure_lines_json.hpp"
#include "reviewd/api/survey_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

void say(json::object& out, std::string_view key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

template <class Choice>
void say_choice(json::object& out, std::string_view key, Choice value, const google::protobuf::EnumDescriptor* type) {
  if (static_cast<int>(value) != 0) out[key] = review::short_name_of(value, type);
}

json::array named_json(const std::vector<review::NamedIn>& all) {
  json::array out;
  for (const auto& one : all) out.push_back(json::object{{"case", one.record}, {"recommendation", one.name}});
  return out;
}

std::string day_of_rung(const v1::ActionFile& action, v1::Reached reached) {
  for (const auto& rung : action.rungs()) {
    if (rung.reached() == reached) return rung.on();
  }
  return {};
}

json::array rechecks_json(const review::ActionEvidence& evidence, WordsAtHand& words) {
  json::array out;
  for (const auto& recheck : evidence.action.rechecks()) {
    json::object one{{"on", recheck.on()}, {"entry", recheck.entry()}};
    say_choice(one, "finding", recheck.finding(), v1::RecheckFinding_descriptor());
    say(one, "by", recheck.by());
    if (const auto* entry = words.find(evidence.record, recheck.entry()))
      say(one, "evidence", entry->action_rechecked().evidence());
    out.push_back(std::move(one));
  }
  return out;
}

json::object action_json(const review::ActionEvidence& evidence, WordsAtHand& words) {
  const auto& action = evidence.action;
  json::object out{{"case", evidence.record},
                   {"action", action.action()},
                   {"owner", action.owner()},
                   {"dueOn", action.due_on()},
                   {"complete", action.complete()},
                   {"serves", named_json(evidence.serves)},
                   {"rechecks", rechecks_json(evidence, words)}};
  say(out, "entry", action.entry());
  say(out, "completeSince", action.complete_since());
  say_choice(out, "progress", action.progress(), v1::Progress_descriptor());
  say_choice(out, "reached", action.reached(), v1::Reached_descriptor());
  if (evidence.done_on) out["doneOn"] = evidence.done_on->iso();
  say(out, "checkedOn", day_of_rung(action, v1::REACHED_CHECKED));
  say(out, "changedOn", day_of_rung(action, v1::REACHED_CHANGED));
  say(out, "evidenceEntry", action.evidence_entry());
  if (const auto* entry = words.find(evidence.record, action.entry()))
    say(out, "what", review::what_is_to_be_done(*entry));
  if (const auto* entry = words.find(evidence.record, action.evidence_entry())) {
    say(out, "evidence",
        entry->has_action_rechecked() ? entry->action_rechecked().evidence() : entry->action_updated().evidence());
  }
  if (evidence.found) {
    out["found"] = json::object{
        {"before", evidence.found->before}, {"after", evidence.found->after}, {"unclear", evidence.found->unclear}};
  }
  return out;
}

/// What was found, as far as the reader may read it.
std::string words_of_finding(const review::PlacedFinding& placed, WordsAtHand& words) {
  const auto* entry = words.find(placed.record, placed.finding.entry());
  if (entry == nullptr) return {};
  const auto names = review::names_of_findings(*entry);
  const auto at = std::ranges::find(names, placed.finding.finding());
  return at == names.end() ? std::string()
                           : entry->learning_captured().findings(static_cast<int>(at - names.begin())).finding();
}

}  // namespace

json::object whole_table_json(const review::FigureTable& table) {
  json::array rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    json::array figures;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      figures.push_back(json::object{{"column", table.columns[column].id}, {"value", table.at({row, column}).value()}});
    }
    rows.push_back(
        json::object{{"id", table.rows[row].id}, {"title", table.rows[row].title}, {"figures", std::move(figures)}});
  }
  json::array none;
  for (const auto row : review::rows_of_none(table, {})) none.emplace_back(table.rows[row].id);
  return {{"table", table.id},        {"title", table.title},   {"note", table.note},
          {"guarded", table.guarded}, {"chart", table.chart},   {"columns", figure_lines_json(table.columns)},
          {"rows", std::move(rows)},  {"none", std::move(none)}};
}

json::array actions_evidence_json(const std::vector<review::ActionEvidence>& actions, WordsAtHand& words) {
  json::array out;
  for (const auto& one : actions) out.push_back(action_json(one, words));
  return out;
}

json::object placed_finding_json(const review::PlacedFinding& placed, WordsAtHand& words) {
  const auto& finding = placed.finding;
  json::object out{{"case", placed.record},
                   {"finding", finding.finding()},
                   {"entry", finding.entry()},
                   {"foundOn", finding.found_on()}};
  say(out, "foundUntil", finding.found_until());
  say_choice(out, "source", finding.source(), v1::AssuranceSource_descriptor());
  say(out, "found", words_of_finding(placed, words));
  return out;
}

json::array bearings_json(const std::vector<review::PlacedBearing>& bearings, WordsAtHand& words) {
  json::array out;
  for (const auto& one : bearings) {
    json::object bearing{{"case", one.by.record},
                         {"finding", one.by.finding.finding()},
                         {"bearing", review::short_name_of(one.bearing, v1::Bearing_descriptor())},
                         {"ofCase", one.of.record},
                         {"ofFinding", one.of.finding.finding()}};
    say(bearing, "found", words_of_finding(one.by, words));
    say(bearing, "ofFound", words_of_finding(one.of, words));
    out.push_back(std::move(bearing));
  }
  return out;
}

json::object recommendation_named_json(const review::PlacedRecommendation& placed, WordsAtHand& words) {
  json::object out{{"case", placed.record}, {"recommendation", placed.made.recommendation()}};
  if (const auto* entry = words.find(placed.record, placed.made.entry()))
    say(out, "text", entry->recommendation_made().text());
  return out;
}

void note_bearings(Call& call, const std::vector<review::PlacedBearing>& bearings) {
  for (const auto& one : bearings) {
    call.desk().note_shown(one.by.record, "list");
    call.desk().note_shown(one.of.record, "list");
  }
}

json::array questions_json(const std::vector<review::QuestionEvidence>& questions, WordsAtHand& words) {
  json::array out;
  for (const auto& one : questions) {
    auto question = survey_question_json(one.question);
    // What its tie names may be of a case that the reader does not see: only by what it is tied is told.
    question.erase("ties");
    question["programme"] = one.record;
    question["tiedBy"] = one.tied_by == review::TiedBy::recommendation ? "RECOMMENDATION"
                         : one.tied_by == review::TiedBy::finding      ? "FINDING"
                                                                       : "THEME";
    static_cast<void>(words.find(one.record, one.question.entry));
    for (const auto& round : one.question.rounds) static_cast<void>(words.find(one.record, round.entry));
    out.push_back(std::move(question));
  }
  return out;
}

}  // namespace reviewd
