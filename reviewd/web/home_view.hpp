#pragma once

#include <boost/json/array.hpp>
#include <functional>
#include <string>

#include "libreview/calendar/date.hpp"
#include "reviewd/web/render.hpp"

namespace reviewd {

/// One list of clocks as the API gives it, perhaps cut.
struct ClockList {
  boost::json::array clocks;
  bool more = false;  ///< the API has more than these
};

/// What the home page is made of.
struct HomeFacts {
  ClockList overdue;                                       ///< late, and the partnership's own
  ClockList soon;                                          ///< the partnership's own, due from today on
  ClockList waiting;                                       ///< owed by others
  boost::json::array held;                                 ///< cases that something holds
  std::function<std::string(const std::string&)> name_of;  ///< what a case is called beside its reference
};

/// What needs somebody, by due day: late, due in the next five working days, waiting for others, held.
[[nodiscard]] View home_view(const HomeFacts& facts);

}  // namespace reviewd
