#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// Puts into the view of a case what was just recorded, as `?recorded=` of the address names it: `recorded`, and
/// `recordedClocks` with each timescale that it started. Nothing where the visitor sees no such update.
void put_recorded(View& view, const PageCall& call, const boost::json::value& of_case);

}  // namespace reviewd
