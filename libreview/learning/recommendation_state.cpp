#include "libreview/learning/recommendation_state.hpp"

#include <algorithm>

#include "libreview/access/disclose_actions.hpp"
#include "libreview/record/case_file.hpp"

namespace review {
namespace {

const v1::Entry* entry_read(const std::vector<v1::Entry>& counted, const std::string& id) {
  const auto found = std::ranges::find(counted, id, &v1::Entry::entry);
  return found == counted.end() ? nullptr : &*found;
}

/// The newest entry of the action that says what shows it. The record as it stands keeps those of the ladder alone.
std::string evidence_of(const std::vector<v1::Entry>& counted, const std::string& action) {
  std::string newest;
  for (const auto& entry : counted) {
    const auto& updated = entry.action_updated();
    const auto& checked = entry.action_rechecked();
    if ((updated.action() == action && !updated.evidence().empty()) ||
        (checked.action() == action && !checked.evidence().empty()))
      newest = entry.entry();
  }
  return newest;
}

bool is_served(const v1::ActionFile& action, const std::string& record, const std::string& made_in,
               std::string_view recommendation) {
  return std::ranges::any_of(action.serves(), [&](const v1::Served& served) {
    return served.recommendation() == recommendation &&
           (served.of_case().empty() ? record : served.of_case()) == made_in;
  });
}

void add_serving(std::vector<ActionState>& all, const ReadRecord& record, const std::string& made_in,
                 std::string_view recommendation) {
  const auto& of = record.file.case_();
  for (const auto& action : record.file.actions()) {
    if (!is_served(action, of, made_in, recommendation)) continue;
    if (entry_read(record.counted, action.entry()) == nullptr) continue;
    all.push_back({of, action.action(), action.entry(), action.owner(), action.due_on(), action.complete(),
                   action.progress(), action.reached(), evidence_of(record.counted, action.action())});
  }
}

std::vector<AnswerState> answers_in(const ReadRecord& record, const v1::RecommendationFile& made) {
  std::vector<AnswerState> all;
  for (const auto& answer : answers_to(made)) {
    auto& one = all.emplace_back(AnswerState{answer.by(), answer.state(), answer.on(), answer.entry()});
    if (const auto* said = entry_read(record.counted, answer.entry())) {
      one.modified = said->recommendation_answered().modified();
      one.reasons = said->recommendation_answered().reasons();
    }
  }
  return all;
}

/// How far up the ladder; nothing said is below not known, which is below every step.
int height(v1::Reached reached) {
  if (reached == v1::REACHED_UNSPECIFIED) return -1;
  return reached == v1::REACHED_NOT_KNOWN ? 0 : static_cast<int>(reached);
}

}  // namespace

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::open:
      return "OPEN";
    case Standing::complete:
      return "COMPLETE";
    case Standing::nothing_agreed:
      break;
  }
  return "NOTHING_AGREED";
}

Standing RecommendationState::standing() const {
  if (actions.empty()) return Standing::nothing_agreed;
  return std::ranges::all_of(actions, &ActionState::complete) ? Standing::complete : Standing::open;
}

int RecommendationState::complete() const {
  return static_cast<int>(std::ranges::count_if(actions, &ActionState::complete));
}

v1::Progress RecommendationState::progress() const {
  auto worst = v1::PROGRESS_UNSPECIFIED;
  for (const auto& action : actions) {
    if (action.complete || action.progress == v1::PROGRESS_UNSPECIFIED) continue;
    worst = worst == v1::PROGRESS_UNSPECIFIED ? action.progress : std::min(worst, action.progress);
  }
  return worst;
}

v1::Reached RecommendationState::reached() const {
  const auto least = std::ranges::min_element(actions, {}, [](const ActionState& one) { return height(one.reached); });
  return least == actions.end() ? v1::REACHED_UNSPECIFIED : least->reached;
}

RecommendationState state_of(const ReadRecord& made_in, std::string_view recommendation,
                             const std::vector<ReadRecord>& others) {
  RecommendationState state;
  const auto* made = find_recommendation(made_in.file, recommendation);
  if (made == nullptr) return state;
  state.answers = answers_in(made_in, *made);
  const auto& record = made_in.file.case_();
  add_serving(state.actions, made_in, record, recommendation);
  for (const auto& other : others) add_serving(state.actions, other, record, recommendation);
  return state;
}

}  // namespace review
