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
  int sequence = 0;     ///< grows with each change of the day, each end and each new start
  bool live = false;    ///< not ended
  std::string changed;  ///< RFC 3339 UTC; empty where that is not written down yet
};

/// Which clocks are asked for.
struct FeedWanted {
  bool own = false;  ///< only those of cases that the reader belongs to on the day
  Date ended_since;  ///< those that ended earlier are left out
};

/// What runs for something and has a day, and what ended lately, in cases and of clocks that the reader sees on the
/// day, by due day. What the reader does not see any more is not there, and nothing tells that it was.
[[nodiscard]] std::vector<FeedRow> feed_rows(Store& store, const FeedWanted& wanted, const Reader& reader, Date today);

}  // namespace review
