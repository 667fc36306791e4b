#include "libreview/desk/what_became.hpp"

#include <vector>

namespace review {
namespace {

void note_shown(ReadCases& cases, const std::string& record, const std::string& entry) {
  if (const auto* shown = entry_called(cases.counted(record), entry)) cases.note(record, *shown);
}

}  // namespace

RecommendationState what_became(ReadCases& cases, const std::string& record, const std::string& recommendation) {
  const auto* file = cases.file(record);
  if (file == nullptr) return {};
  std::vector<ReadRecord> others;
  for (const auto& other : cases.views().serving(record, recommendation)) {
    if (const auto* seen = cases.file(other)) others.push_back({*seen, cases.counted(other)});
  }
  auto state = state_of({*file, cases.counted(record)}, recommendation, others);
  for (const auto& action : state.actions) {
    if (action.record != record) note_shown(cases, action.record, action.entry);
  }
  for (const auto& answer : state.answers) note_shown(cases, record, answer.entry);
  return state;
}

}  // namespace review
