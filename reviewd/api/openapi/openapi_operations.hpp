#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace reviewd::openapi {

/// Every address with its operations: those of the table of endpoints, then the open ones.
[[nodiscard]] boost::json::object paths();

/// What the operations are grouped by.
[[nodiscard]] boost::json::array tags();

}  // namespace reviewd::openapi
