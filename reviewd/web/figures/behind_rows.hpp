#pragma once

#include <boost/json/array.hpp>

#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// What stands behind a figure, each with where it can be read.
[[nodiscard]] Section behind_section(const boost::json::array& behind);

}  // namespace reviewd
