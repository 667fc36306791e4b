#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/views/filter.hpp"

namespace review {

/// What a list is asked for. `today` is the day that its dates are read for, which stays that of the first page; who
/// sees what is asked of the real day. `after` is the last key of the page before: the value of the order's field, the
/// record, and the clock where the list is of clocks; empty for the first page.
struct ListQuery {
  std::vector<Term> terms;
  Order order;
  Date today;
  int limit;
  std::vector<std::string> after;
  std::string sort{"case"};  ///< the sort of record that is listed, or whose clocks are
};

/// One row of a list: its key, in the order of `ListQuery::after`.
struct ListRow {
  std::string order_value;
  std::string record;
  std::string clock;   ///< empty in a list of records
  std::string file{};  ///< in a list of cases: the case as kept, as bytes
};

}  // namespace review
