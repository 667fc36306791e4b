#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of a case's returns is made from, as the API gives it.
struct ReturnListFacts {
  const boost::json::value& of_case;
  const boost::json::array& entries;
  const boost::json::value& clocks;
  const boost::json::value& links;  ///< null for whoever may not see links
  const boost::json::value& agencies;
  const Register& known;
  std::string today;
  bool practice;
};

/// Each request with how it stands, its link, how the agency was chased and what to do next; and the boxes to ask more
/// agencies with.
[[nodiscard]] View return_list_view(const ReturnListFacts& facts);

/// What to do next about a return that is so many working days late, after these steps: `Remind them in writing`, `Call
/// them`, `Raise it with the agency's lead`; empty where it is not late, and where all was done.
[[nodiscard]] std::string next_chase(int working_days_late, bool reminded, bool called, bool escalated);

}  // namespace reviewd
