#pragma once

#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "tools/reviewctl/http_world.hpp"

namespace reviewctl {

/// A clock that is overdue on the day that the demonstration ends on.
struct OverdueClock {
  std::string case_id;
  std::string clock;
  std::string due_on;
  int working_days_late;
};

/// What the demonstration filled a store with.
struct FilledDemo {
  std::size_t cases;
  review::Date today;
  std::vector<OverdueClock> overdue;  ///< the earliest due day first
};

/// Lets the stories of `tools/demo/cases`, which are compiled in, happen in the practice store of a running service,
/// and sets its day shortly after the last of them. The tokens that it needs on the way are revoked at the end.
/// `already-recorded` where the store has cases; `not-permitted` where it is a real store; `malformed` with `file:line`
/// where a story does not hold.
[[nodiscard]] review::Result<FilledDemo> fill_demo(const Exchange& exchange, const std::string& administrator);

}  // namespace reviewctl
