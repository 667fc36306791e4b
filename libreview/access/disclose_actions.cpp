#include "libreview/access/disclose_actions.hpp"

#include "libreview/access/disclose_proceedings.hpp"
#include "libreview/record/action_ladder.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/slips.hpp"

namespace review {
namespace {

void put_ladder(v1::Action& action, const v1::ActionFile& from) {
  if (from.progress() != v1::PROGRESS_UNSPECIFIED) action.set_progress(from.progress());
  if (from.reached() != v1::REACHED_UNSPECIFIED) action.set_reached(from.reached());
  for (const auto& stands : from.rungs()) {
    auto& rung = *action.add_rungs();
    rung.set_reached(stands.reached());
    rung.set_on(stands.on());
    if (!stands.entry().empty()) rung.set_entry(stands.entry());
  }
  for (const auto rung : skipped_rungs(from)) action.add_skipped(rung);
  if (!from.evidence_entry().empty()) action.set_evidence_entry(from.evidence_entry());
  for (const auto& checked : from.rechecks()) {
    auto& recheck = *action.add_rechecks();
    recheck.set_finding(checked.finding());
    recheck.set_on(checked.on());
    if (!checked.entry().empty()) recheck.set_entry(checked.entry());
    if (!checked.by().empty()) recheck.set_by(checked.by());
  }
}

v1::RecommendationState state_of(v1::RecommendationAnswer answer) {
  switch (answer) {
    case v1::RECOMMENDATION_ANSWER_ACCEPTED:
      return v1::RECOMMENDATION_STATE_ACCEPTED;
    case v1::RECOMMENDATION_ANSWER_MODIFIED:
      return v1::RECOMMENDATION_STATE_MODIFIED;
    case v1::RECOMMENDATION_ANSWER_REJECTED:
      return v1::RECOMMENDATION_STATE_REJECTED;
    default:
      return v1::RECOMMENDATION_STATE_AWAITED;
  }
}

/// What is said of the body; awaited where nothing was before.
v1::BodyAnswer& answer_of(std::vector<v1::BodyAnswer>& all, const std::string& body) {
  for (auto& one : all) {
    if (is_same_body(one.by(), body)) return one;
  }
  auto& added = all.emplace_back();
  added.set_by(body);
  added.set_state(v1::RECOMMENDATION_STATE_AWAITED);
  return added;
}

bool serves(const v1::ActionFile& action, const std::string& recommendation) {
  for (const auto& served : action.serves()) {
    if (served.of_case().empty() && served.recommendation() == recommendation) return true;
  }
  return false;
}

}  // namespace

v1::Action action_of(const v1::ActionFile& from) {
  v1::Action action;
  action.set_action(from.action());
  action.set_owner(from.owner());
  action.set_due_on(from.due_on());
  action.set_complete(from.complete());
  if (!from.person().empty()) action.set_person(from.person());
  if (from.kind() != v1::ACTION_KIND_UNSPECIFIED) action.set_kind(from.kind());
  action.mutable_serves()->CopyFrom(from.serves());
  if (!from.monitored_by().empty()) action.set_monitored_by(from.monitored_by());
  if (from.monitored_every() != 0) action.set_monitored_every(from.monitored_every());
  action.set_agreed_on(from.agreed_on());
  if (!from.entry().empty()) action.set_entry(from.entry());
  put_ladder(action, from);
  action.set_times_moved(count_slips(from.slips(), from.due_on()).times);
  for (const auto& slip : from.slips()) put_slip(*action.add_slips(), slip);
  if (!from.complete_since().empty()) action.set_complete_since(from.complete_since());
  if (!from.updated_on().empty()) action.set_updated_on(from.updated_on());
  if (!from.update_entry().empty()) action.set_update_entry(from.update_entry());
  action.mutable_escalations()->CopyFrom(from.escalations());
  return action;
}

std::vector<v1::BodyAnswer> answers_to(const v1::RecommendationFile& made) {
  std::vector<v1::BodyAnswer> all;
  for (const auto& body : made.to()) static_cast<void>(answer_of(all, body));
  for (const auto& from : made.answers()) {
    auto& answer = answer_of(all, from.by());
    answer.set_state(state_of(from.answer()));
    answer.set_on(from.on());
    if (!from.entry().empty()) answer.set_entry(from.entry());
  }
  return all;
}

std::vector<v1::Recommendation> recommendations_of(const v1::CaseFile& file) {
  std::vector<v1::Recommendation> all;
  for (const auto& from : file.recommendations()) {
    auto& made = all.emplace_back();
    made.set_recommendation(from.recommendation());
    if (from.kind() != v1::RECOMMENDATION_KIND_UNSPECIFIED) made.set_kind(from.kind());
    made.set_made_on(from.made_on());
    if (!from.entry().empty()) made.set_entry(from.entry());
    if (!from.review().empty()) made.set_review(from.review());
    made.mutable_findings()->CopyFrom(from.findings());
    made.mutable_themes()->CopyFrom(from.themes());
    for (auto& answer : answers_to(from)) *made.add_bodies() = std::move(answer);
    for (const auto& action : file.actions()) {
      if (serves(action, from.recommendation())) made.add_actions(action.action());
    }
  }
  return all;
}

void put_actions(v1::Case& out, const v1::CaseFile& file) {
  for (const auto& from : file.actions()) *out.add_actions() = action_of(from);
}

void put_recommendations(v1::Case& out, const v1::CaseFile& file) {
  for (auto& made : recommendations_of(file)) *out.add_recommendations() = std::move(made);
}

}  // namespace review
