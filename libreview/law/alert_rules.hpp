#pragma once

#include <string>
#include <vector>

#include "libreview/law/citation.hpp"

namespace review {

/// What is told of a clock that was not met in time: a partnership's custom, in working days after the due day.
struct Ladder {
  int chase = 0;     ///< whoever owes it is asked again
  int escalate = 0;  ///< a deputy, a manager or the chair is told as well; later than `chase`
  int again = 0;     ///< and from then on again every so many
};

/// Something of a case that is to be told on certain days although no clock of the law runs for it.
struct Watch {
  std::string id;  ///< `embargo-may-lift`; the closed list is in libreview/alerts/watched.cpp
  std::string title;
  std::string of_clock{};            ///< the clock that it goes by; empty where the record alone says
  bool once = false;                 ///< told on its day and not again: it has no ladder
  std::vector<int> warnings;         ///< working days before its day on which to warn, largest first
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string note;
};

/// What `alerts.toml` holds.
struct AlertRules {
  std::vector<Watch> watches;
  std::vector<int> calendar_ends;  ///< months before the end of the holiday data on which it is told
  int cancelled_days = 0;          ///< so long a calendar shows what ended, as cancelled
};

}  // namespace review
