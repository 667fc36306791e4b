#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "libreview/law/partnership.hpp"
#include "libreview/learning/monitoring.hpp"
#include "reviewd/api/actions_listed.hpp"

namespace reviewd {

/// What is asked of a round of monitoring.
struct RoundAsked {
  review::RoundDays days;
  std::optional<review::MonitoringGroup> group{};  ///< none for all
  std::optional<review::RoundDays> last{};         ///< the round before it that is on record, where one is
  std::size_t unwatched = 0;                       ///< open actions today that no group watches over
};

/// Of `from`, `to`, `monitoredBy` and `asOf`. Refused with `not-permitted` for roles that do not see it, `malformed`
/// for days that are none or are ahead, `not-a-choice` for a group that there is not.
[[nodiscard]] review::Result<RoundAsked> round_asked(const Call& call);

/// The same with the round that the group held before, of those that the reader sees on record.
[[nodiscard]] review::Result<RoundAsked> round_and_last_asked(Call& call);

/// A round with the actions that it is about: open ones first, by due day.
struct RoundFound {
  std::vector<ListedAction> actions;
  review::MonitoringRound round;
};

/// What is made of the round and of the last one, which is empty where none is asked for.
using WriteRounds = std::function<Response(const Call&, const RoundFound&, const RoundFound& last)>;

/// The answer, worked out in parts (`in_parts`). Every case of which something is told is noted as shown.
[[nodiscard]] Response rounds_in_parts(Call& call, const RoundAsked& asked, WriteRounds write);

}  // namespace reviewd
