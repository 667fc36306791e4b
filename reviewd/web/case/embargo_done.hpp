#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What was just done to an embargo, and what happens next, for the banner: `entry` is the update that says it. Empty
/// where it is none about this embargo.
[[nodiscard]] Done embargo_done(const boost::json::value& of_case, const boost::json::value& embargo,
                                const std::string& entry, const Register& known);

}  // namespace reviewd
