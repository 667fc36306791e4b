#pragma once

#include <string_view>
#include <vector>

#include "libreview/clocks/runs.hpp"
#include "review/v1/clock.pb.h"

namespace review {

/// How a run stands on a day.
[[nodiscard]] v1::ClockState state_on(const ClockRule& rule, const Run& run, Date today);

/// What a clock says on a day: the newest run, earlier ones in `runs`, the national date with its working and, where
/// the partnership counts otherwise, the local date beside it.
[[nodiscard]] v1::Clock read(const Line& line, const v1::CaseFile& case_file, const RuleBook& law,
                             const Calendar& calendar, Date today);

/// Every clock of a case that has started.
[[nodiscard]] std::vector<v1::Clock> readings(const v1::CaseFile& case_file, const RuleBook& law,
                                              const Calendar& calendar, Date today);

/// A clock by its id; one that has not started reads NOT_STARTED. `not-found` where the law has no such clock.
[[nodiscard]] Result<v1::Clock> reading_of(std::string_view id, const v1::CaseFile& case_file, const RuleBook& law,
                                           const Calendar& calendar, Date today);

}  // namespace review
