#pragma once

#include <string>
#include <vector>

#include "libreview/meeting/meeting.hpp"
#include "libreview/record/quorum.hpp"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// A meeting as a reader may see it. Its version counts the entries that the reader sees, so that it tells of no
/// others; this is what If-Match is compared with.
struct ShownMeeting {
  Meeting meeting;
  std::vector<v1::Entry> entries;  ///< oldest first
  Quorum quorum;                   ///< by who came
};

/// What an entry of a meeting would do to one case.
struct CaseFollows {
  std::string case_id;
  v1::Entry entry;
  std::vector<v1::ClockChange> clocks;
};

/// What an entry of a meeting would do.
struct MeetingPreview {
  v1::Entry entry;
  ShownMeeting meeting_after;
  std::vector<CaseFollows> cases;
};

}  // namespace review
