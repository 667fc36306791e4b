#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Where every review stands, from the API's overview: one row a case, what is late first; and how many cases are at
/// each stage.
[[nodiscard]] View overview_view(const boost::json::value& overview, const Register& known);

}  // namespace reviewd
