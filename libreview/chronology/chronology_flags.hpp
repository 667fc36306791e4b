#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/chronology/chronology.hpp"

namespace review {

/// What to look at in a merged chronology. It never says what is right.
struct ChronologyFlag {
  enum class Sort {
    gap,               ///< a long time of which no agency tells
    other_day,         ///< what looks like one event stands on different days
    other_time,        ///< what looks like one event stands at different times of one day
    told_differently,  ///< two agencies tell of the same sort of contact on one day in other words
    before_birth,
    after_death,
    not_compared  ///< from this line on there was too much to compare
  };

  Sort sort;
  std::string says;                   ///< with days, never with words of a line
  std::vector<std::size_t> lines{};   ///< which lines, by their place
  std::vector<std::string> shared{};  ///< the words by which two lines look like one event
};

/// How long is a gap and how like are two lines: a choice, since no law says it.
struct ChronologyChoice {
  int gap_days = 0;    ///< a longer time is a gap; 0: none is told
  int clash_days = 0;  ///< so far may the days of one event lie apart
  int same_event = 0;  ///< per cent of likeness from which two lines look like one event
};

/// What is known of the children beside the lines.
struct ChronologyLives {
  std::optional<Date> incident_on{};  ///< after it no gap is told
  std::optional<Date> born_on{};      ///< the first day on which the eldest may have been born, if known of each
  std::optional<Date> died_on{};      ///< the last day on which the last of them may have died, if each died
};

/// `other-day`
[[nodiscard]] std::string_view flag_sort_name(ChronologyFlag::Sort sort);

/// The times of which no agency tells. Lines that are not known to the day close none; how many of them may lie in one,
/// it says.
[[nodiscard]] std::vector<ChronologyFlag> chronology_gaps(const std::vector<ChronologyLine>& lines,
                                                          const ChronologyChoice& choice, const ChronologyLives& lives);
/// Where two agencies may tell of one event in two ways. A line that has its like on its own day from the same agency
/// clashes with no other of that agency. Where more would have to be compared than can be at once, or more is found
/// than anybody looks at, the last flag is `not_compared`.
[[nodiscard]] std::vector<ChronologyFlag> chronology_clashes(const std::vector<ChronologyLine>& lines,
                                                             const ChronologyChoice& choice);
/// Lines that lie wholly before every child was born, or after every child had died.
[[nodiscard]] std::vector<ChronologyFlag> chronology_out_of_life(const std::vector<ChronologyLine>& lines,
                                                                 const ChronologyLives& lives);

/// All of these, by their first line.
[[nodiscard]] std::vector<ChronologyFlag> chronology_flags(const std::vector<ChronologyLine>& lines,
                                                           const ChronologyChoice& choice,
                                                           const ChronologyLives& lives);

}  // namespace review
