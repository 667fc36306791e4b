#pragma once

#include <boost/json/object.hpp>

#include "libreview/figures/figure_table.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// One thing that a figure counts, with the kind and the day of its entry.
[[nodiscard]] boost::json::object behind_json(Call& call, const review::Behind& behind);

}  // namespace reviewd
