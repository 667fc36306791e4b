#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The open deadlines that a change would move, as the API gives them: how many, and for who sees cases, which.
[[nodiscard]] Section moves_section(const boost::json::value& moves, const Register& known);

}  // namespace reviewd
