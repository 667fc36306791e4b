#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/entries.pb.h"
#include "review/v1/learning.pb.h"

namespace review {

/// How an action that answers a recommendation stands.
struct ActionState {
  std::string action;
  std::string owner;
  std::string due_on;
  v1::Progress progress = v1::PROGRESS_UNSPECIFIED;  ///< unspecified while nothing was said since it was agreed
  v1::Reached reached = v1::REACHED_UNSPECIFIED;     ///< the furthest that was said
  std::string evidence_entry{};                      ///< the newest update with evidence; empty where none has any

  [[nodiscard]] bool complete() const { return progress == v1::PROGRESS_COMPLETE; }
};

/// What became of a recommendation.
enum class Standing { nothing_agreed, open, complete };
[[nodiscard]] std::string_view standing_name(Standing standing);

struct RecommendationState {
  std::vector<ActionState> actions{};  ///< in the order in which they were agreed

  /// Complete where every action is.
  [[nodiscard]] Standing standing() const;
  [[nodiscard]] int complete() const;
  /// The worst that is said of an action that is not complete; unspecified where nothing is.
  [[nodiscard]] v1::Progress progress() const;
  /// The least that any action has reached; unspecified where nothing is said of one.
  [[nodiscard]] v1::Reached reached() const;
};

/// What became of a recommendation, by the entries of its case as they count and as far as the reader may see them.
/// The one place that says so: what else there is to say of a recommendation is put here.
[[nodiscard]] RecommendationState state_of(const std::vector<v1::Entry>& counted, std::string_view recommendation);

}  // namespace review
