#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "review/v1/case.pb.h"

namespace review {

/// The days of a round of monitoring, a quarter as a rule, both included, and the day as at which it is looked at.
struct RoundDays {
  Date from;
  Date to;
  Date as_at;  ///< today, the last day of the round, or the day that it was held; what was agreed after `to` is not in
               ///< it
};

/// Why a group hears of an action.
enum class RoundException {
  overdue,       ///< not complete, and its day is over
  red,           ///< off track, as its owner says
  not_updated,   ///< not complete, and nothing was said of it since it was agreed or for as long as `heard_since` says
  slipped,       ///< its day moved later in the round
  not_known,     ///< nobody knows whether it made a difference
  escalated,     ///< it was raised with somebody in the round
  unanswered,    ///< it was raised with somebody, in the round or before, and nothing was said of it since
  not_changed,   ///< somebody looked again in the round, and nothing had changed
  look_overdue,  ///< the day is over by which somebody was to look again whether it made a difference
};
/// `OVERDUE`, `RED`, `NOT_UPDATED`, `SLIPPED`, `NOT_KNOWN`, `ESCALATED`, `UNANSWERED`, `NOT_CHANGED` or `LOOK_OVERDUE`
[[nodiscard]] std::string_view round_exception_name(RoundException exception);

/// An action in the round.
struct RoundRow {
  std::size_t index = 0;                   ///< among those given
  int slipped = 0;                         ///< so often its day moved later in the round
  std::vector<RoundException> exceptions;  ///< empty where all is as it should be
  int looked = -1;  ///< among its rechecks: of the last day in the round on which somebody looked; -1 where nobody did
};

/// So many actions of the round, for the headline.
struct RoundCounts {
  int all = 0;               ///< the next seven together
  int completed = 0;         ///< in the round
  int completed_since = 0;   ///< after the last day of the round, and by the day as at which it is looked at
  int completed_before = 0;  ///< before the round; somebody looked again in it, or was to
  int green = 0;             ///< of the open ones, as their owners say
  int amber = 0;
  int red = 0;
  int unsaid = 0;  ///< open, and nothing was ever said of them
  int overdue = 0;
  int not_updated = 0;
  int slipped = 0;
  int changed = 0;  ///< practice or outcomes changed, with evidence
  int not_known = 0;
  int escalated = 0;
  int unanswered = 0;
  int not_changed = 0;  ///< somebody looked again in the round, and nothing had changed
  int look_overdue = 0;
};

/// The actions of one owner in the round.
struct RoundOwner {
  std::string owner;  ///< as the first of them names it
  RoundCounts counts;
};

struct MonitoringRound {
  std::vector<RoundRow> rows;      ///< in the order given
  std::vector<RoundOwner> owners;  ///< by name
  RoundCounts counts;
};

/// An action that is watched over, by reference.
struct WatchedAction {
  const v1::Action* action;
  int says_every = 0;  ///< months in which its owner says how it stands; 0 where that was not said of this action
};

/// Since when something is to have been said of an action: the first day of the round where its owner says nothing else
/// of how often; a day before the round where that is less often than the round, or in it where it is more often.
[[nodiscard]] Date heard_since(int says_every, const RoundDays& days);

/// What a round of monitoring finds in these actions, as they stand on the day.
[[nodiscard]] MonitoringRound monitoring_round(const std::vector<WatchedAction>& actions, const RoundDays& days);

}  // namespace review
