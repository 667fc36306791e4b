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

/// What to mind before every publication, whatever is recorded. It holds nothing.
struct StandingWarning {
  std::string id;
  std::string kind;  ///< `LIFELONG_ANONYMITY`, as the service says it
  std::string says;  ///< a sentence or two that help the person act
  std::vector<Citation> references;
  std::vector<std::string> cites;
  std::string grade;
  std::string note;
};

/// A body that is told, and its name in a sentence.
struct ToldBody {
  std::string id;    ///< `SECRETARY_OF_STATE`
  std::string name;  ///< `the Secretary of State`
};

/// Who has to be told of something about a publication: it is done once all of them were.
struct MustTell {
  std::string id;  ///< the kind of entry that says whom somebody told
  std::vector<ToldBody> bodies;
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
  std::vector<StandingWarning> warnings;
  std::vector<MustTell> told;
};

}  // namespace review
