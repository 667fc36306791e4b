#pragma once

#include <boost/json/value.hpp>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The pledges of a programme, as the API answers: how they stand, and what young people judge, round by round.
[[nodiscard]] PlainPage pledge_page_of(const boost::json::value& answer, const Register& known, std::vector<Cell> ways);

}  // namespace reviewd
