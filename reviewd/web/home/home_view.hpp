#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What needs somebody, by due day: late, due in the next five working days, waiting for others, held; and the lists
/// that the visitor saved. `work` is the API's worklist, `saved` its saved views.
[[nodiscard]] View home_view(const boost::json::value& work, const boost::json::value& saved, const Register& known);

}  // namespace reviewd
