#pragma once

#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// A clock as a calendar shows it.
struct FeedRow {
  std::string record;  ///< `cases/26-0007`
  std::string clock;   ///< with its subject
  Date due;
  int sequence = 0;       ///< grows with each change of the day, each end and each new start
  bool live = false;      ///< not ended
  std::string changed{};  ///< RFC 3339 UTC; empty where that is not written down yet
  std::string agency{};   ///< of a clock that runs for an agency: its bare id
};

/// Which clocks are asked for.
struct FeedWanted {
  bool own = false;  ///< only those of cases that the reader belongs to on the day
  Date ended_since;  ///< those that ended earlier are left out
  std::size_t most;  ///< those whose day is nearest to today, where there are more
};

/// By due day.
struct FeedRows {
  std::vector<FeedRow> rows;
  bool cut = false;  ///< there are more
};

/// What runs for something and has a day, and what ended lately, in cases and of clocks that the reader sees on the
/// day. What the reader does not see any more is not there, and nothing tells that it was.
[[nodiscard]] FeedRows feed_rows(Store& store, const FeedWanted& wanted, const Reader& reader, Date today);

}  // namespace review
