#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What is known of the incident: when and where it happened, when the local authority knew of it, the harm. Rows of
/// `key` and `value`. `counted` are the updates of the case as they count.
[[nodiscard]] boost::json::array incident_rows(const boost::json::value& of_case, const boost::json::array& counted,
                                               const Register& known);

/// What was told of the incident, or the concern of a case that was referred: `question` and `answer`, which stand
/// behind something to open, because they describe harm; false where nobody wrote anything.
[[nodiscard]] boost::json::value what_happened(const boost::json::array& counted);

}  // namespace reviewd
