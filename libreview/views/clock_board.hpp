#pragma once

#include <map>
#include <optional>
#include <string>

#include "libreview/calendar/date.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How the clocks of one name stand over all cases but sealed ones.
struct ClockCount {
  int overdue = 0;
  std::optional<Date> next_due{};  ///< the nearest day, today or later, on which one is due; nothing where none is
};

/// By the name of the clock without its subject, of every case that is not sealed, whoever may see it: for numbers that
/// name no case. A name is not there where none of its clocks runs.
[[nodiscard]] std::map<std::string, ClockCount> clock_board(Store& store, Date today);

}  // namespace review
