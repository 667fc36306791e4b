#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the evidence is that practice is different since a recommendation was made, by what the API answers. Where
/// nothing is on record, it says so.
[[nodiscard]] PlainPage recommendation_page_of(const boost::json::value& evidence, const Register& known);

}  // namespace reviewd
