#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// Puts whom to ask, and whom to call, into the view of a page that explains: `partnership` is the API's answer.
void put_partnership(View& view, const boost::json::value& partnership);

}  // namespace reviewd
