#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// The words of an action of the API's register, with the address of its case.
[[nodiscard]] Cell action_cell(const boost::json::value& action);

}  // namespace reviewd
