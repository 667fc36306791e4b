#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/case_actions.pb.h"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// A case or programme that a reader sees: how it stands, and its entries as they count and as the reader may read
/// them. Both by reference.
struct ReadRecord {
  const v1::CaseFile& file;
  const std::vector<v1::Entry>& counted;
};

/// How an action that serves a recommendation stands.
struct ActionState {
  std::string record;  ///< the case or programme that has it
  std::string action;
  std::string entry;  ///< that agreed it
  std::string owner;
  std::string due_on;
  bool complete = false;
  v1::Progress progress = v1::PROGRESS_UNSPECIFIED;  ///< unspecified while nothing was said since it was agreed
  v1::Reached reached = v1::REACHED_UNSPECIFIED;     ///< what was said last
  std::string evidence_entry{};  ///< the newest update or look with evidence; empty where none has any
};

/// What a body said to a recommendation.
struct AnswerState {
  std::string by;
  v1::RecommendationState state = v1::RECOMMENDATION_STATE_AWAITED;
  std::string on{};  ///< this and the next are empty while its answer is awaited
  std::string entry{};
  std::string modified{};  ///< what it says now, as far as the reader may read it
  std::string reasons{};   ///< why, likewise
};

/// What became of a recommendation.
enum class Standing { nothing_agreed, open, complete };
[[nodiscard]] std::string_view standing_name(Standing standing);

struct RecommendationState {
  std::vector<ActionState> actions{};  ///< those of its own record first, in the order in which they were agreed
  std::vector<AnswerState> answers{};  ///< of each body that it was made to, then of others that answered

  /// Complete where every action is.
  [[nodiscard]] Standing standing() const;
  [[nodiscard]] int complete() const;
  /// The worst that is said of an action that is not complete; unspecified where nothing is.
  [[nodiscard]] v1::Progress progress() const;
  /// The least that any action has reached, by what was said of each last; unspecified where nothing is said of one.
  /// Not known is less than any step: of such an action nobody can say that it was taken.
  [[nodiscard]] v1::Reached reached() const;
};

/// What became of a recommendation of `made_in`, with the actions there and in `others` that serve it. An action counts
/// where the reader reads the entry that agreed it. Nothing is known of a recommendation that there is not.
[[nodiscard]] RecommendationState state_of(const ReadRecord& made_in, std::string_view recommendation,
                                           const std::vector<ReadRecord>& others = {});

}  // namespace review
