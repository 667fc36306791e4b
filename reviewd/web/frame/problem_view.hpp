#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What a page says when the API refused: what happened, and what the visitor can do now. Case pages of what is hidden
/// and of what does not exist read alike. `problem` is the API's answer, and may be null.
[[nodiscard]] View problem_view(int status, const boost::json::value& problem);

}  // namespace reviewd
