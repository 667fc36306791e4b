#pragma once

#include <boost/json/array.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of a case says of the agencies' views: the newest of each, and those asked for between meetings.
/// `counted` are its updates as they count. The view has the address of the case already.
void put_agency_views(View& view, const boost::json::array& counted, const Register& known, bool may_record);

}  // namespace reviewd
