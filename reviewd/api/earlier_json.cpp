#include "reviewd/api/earlier_json.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "libreview/law/theme_title.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/record_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

json::array texts(const std::vector<std::string>& all) {
  json::array out;
  for (const auto& one : all) out.push_back(json::string(one));
  return out;
}

void put(json::object& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out[name] = value;
}

void put_progress(json::object& out, v1::Progress progress, v1::Reached reached) {
  if (progress != v1::PROGRESS_UNSPECIFIED)
    out["progress"] = review::short_name_of(progress, v1::Progress_descriptor());
  if (reached != v1::REACHED_UNSPECIFIED) out["reached"] = review::short_name_of(reached, v1::Reached_descriptor());
}

json::object write(const review::RecommendationState& state) {
  json::array actions;
  for (const auto& one : state.actions) {
    json::object action{{"action", one.action}, {"owner", one.owner}, {"complete", one.complete}};
    put_record(action, one.record);
    put(action, "dueOn", one.due_on);
    put_progress(action, one.progress, one.reached);
    put(action, "evidenceEntry", one.evidence_entry);
    actions.push_back(std::move(action));
  }
  json::array answers;
  for (const auto& one : state.answers) {
    json::object answer{{"by", one.by},
                        {"state", review::short_name_of(one.state, v1::RecommendationState_descriptor())}};
    put(answer, "on", one.on);
    put(answer, "entry", one.entry);
    put(answer, "modified", one.modified);
    put(answer, "reasons", one.reasons);
    answers.push_back(std::move(answer));
  }
  json::object out{{"standing", std::string(review::standing_name(state.standing()))},
                   {"completeActions", state.complete()},
                   {"actions", std::move(actions)},
                   {"answers", std::move(answers)}};
  put_progress(out, state.progress(), state.reached());
  return out;
}

json::object write(const review::Earlier& one) {
  json::object out{{"recommendation", one.recommendation},
                   {"entry", one.entry},
                   {"madeOn", one.made_on},
                   {"text", one.text},
                   {"to", texts(one.to)},
                   {"themes", texts(one.themes)},
                   {"state", write(one.state)}};
  put_record(out, one.case_id);
  if (one.alike == 0) return out;
  out["alike"] = one.alike;
  out["shared"] = texts(one.shared);
  return out;
}

json::object write(const review::RepeatedTheme& one, const review::RuleBook& law) {
  json::array newest;
  for (const auto& told : one.newest) {
    json::object record{{"saidOn", told.said_on}, {"recommendations", earlier_json(told.recommendations)}};
    put_record(record, told.case_id);
    newest.push_back(std::move(record));
  }
  return {{"theme", one.theme},         {"title", review::theme_title(law, one.theme)},
          {"findings", one.findings},   {"recommended", one.recommended},
          {"cases", one.cases},         {"programmes", one.programmes},
          {"newest", std::move(newest)}};
}

}  // namespace

json::array earlier_json(const std::vector<review::Earlier>& all) {
  json::array out;
  for (const auto& one : all) out.push_back(write(one));
  return out;
}

json::object repeats_json(const review::Repeats& repeats, const review::RuleBook& law) {
  json::array recommendations;
  for (const auto& one : repeats.recommendations) {
    recommendations.push_back(
        json::object{{"made", write(one.made)}, {"times", one.times}, {"before", earlier_json(one.before)}});
  }
  json::array themes;
  for (const auto& one : repeats.themes) themes.push_back(write(one, law));
  return {{"recommendations", std::move(recommendations)}, {"themes", std::move(themes)}};
}

}  // namespace reviewd
