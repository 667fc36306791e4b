#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The search page with what was found; `answer` is the API's, null where nothing was searched for yet. The words stand
/// in the box and in no address.
[[nodiscard]] View search_view(const std::string& words, const boost::json::value& answer, const std::string& fault);

}  // namespace reviewd
