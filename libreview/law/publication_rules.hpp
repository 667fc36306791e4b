#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// Days on which it is better not to publish, from the first to the last.
struct PublicEvent {
  std::string id;
  std::string kind;  ///< `pre-election`, `family-day` or, of a partnership alone, `local`
  std::string title;
  Date from;
  Date to;
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it; none of a partnership's own
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`; empty of a partnership's own
  std::string note;
};

/// The same for days that come back every year.
struct YearlyEvent {
  std::string id;
  std::string kind;
  std::string title;
  unsigned month;                ///< 1 to 12
  std::chrono::weekday weekday;  ///< its `nth` in the month
  unsigned nth;
  int working_days_before;  ///< it begins so many working days before the day
  std::vector<Citation> references;
  std::vector<std::string> cites;
  std::string grade;
  std::string note;
};

/// What `publication.toml` holds.
struct PublicationRules {
  int near = 0;  ///< days around the planned day in which a birthday or an anniversary is told
  std::vector<PublicEvent> events;
  std::vector<YearlyEvent> yearly;
};

}  // namespace review
