#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Where every review stands, from the API's overview: one row a case, what is late first; and how many of all
/// cases are at each stage. `later`: other pages came before.
[[nodiscard]] View overview_view(const boost::json::value& overview, bool later, const Register& known);

}  // namespace reviewd
