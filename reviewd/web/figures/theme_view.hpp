#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Whether learning about a theme made a difference, by what the API answers. `by` is what was asked for: years,
/// quarters, or nothing.
[[nodiscard]] View theme_view(const boost::json::value& evidence, const Register& known, const std::string& by);

}  // namespace reviewd
