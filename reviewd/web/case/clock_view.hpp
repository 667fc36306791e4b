#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The page that says how a date was worked out: the clock of the API with its working, of that case.
[[nodiscard]] View clock_view(const boost::json::value& clock, const boost::json::value& of_case,
                              const Register& known);

}  // namespace reviewd
