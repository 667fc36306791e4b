#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/register.hpp"
#include "reviewd/web/sections.hpp"

namespace reviewd {

/// The open deadlines that a change would move, as the API gives them: how many, and for who sees cases, which.
[[nodiscard]] Section moves_section(const boost::json::value& moves, const Register& known);

}  // namespace reviewd
