#pragma once

#include <boost/json/array.hpp>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The menu for this person, as the layout shows it, with the place where they are. It stands on one line: what does
/// not fit is on the page of all places, to which its last link leads.
[[nodiscard]] boost::json::array menu(const PageCall& call);

}  // namespace reviewd
