#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// How a run of a clock ended, if it has.
enum class Ending { none, stopped, cancelled, superseded };

/// One run of a clock: from a milestone that starts it to one that stops or cancels it. It does not depend on today.
struct Run {
  std::string started_by;          ///< the entry
  std::optional<Date> started_on;  ///< nothing where the day is not known: then nothing is counted from it
  std::string because;             ///< what the milestone says about its day
  const ClockVersion* version;     ///< the law in force on the day it started; null where there was none
  std::optional<Date> due;         ///< nothing where it is not computed
  std::string not_computed;        ///< why not
  std::vector<WorkedDay> working;  ///< the count, day by day
  Ending ending = Ending::none;
  std::optional<Date> ended_on{};
};

/// A clock of a case with all its runs, oldest first; there is at least one.
struct Line {
  const ClockRule* rule;
  std::string id;  ///< `rapid-review`, or with its subject: `agency-return:police`
  std::string subject;
  std::vector<Run> runs;
};

/// Folds the milestones of a case into the runs of its clocks, in the order of the law file. A clock is data: nothing
/// here knows any clock by name.
[[nodiscard]] std::vector<Line> runs(const v1::CaseFile& case_file, const RuleBook& law, const Calendar& calendar);
/// Those of one rule of the law; none where it is not of this sort of record.
[[nodiscard]] std::vector<Line> runs_of(const ClockRule& rule, const v1::CaseFile& case_file, const RuleBook& law,
                                        const Calendar& calendar);

}  // namespace review
