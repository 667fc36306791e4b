#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string_view>

#include "reviewd/api/endpoint.hpp"

namespace reviewd::openapi {

/// What an endpoint takes besides its body: parts of the path, query parameters, and the headers of conditional and
/// repeatable requests. Throws `std::logic_error` for a query parameter that is described nowhere.
[[nodiscard]] boost::json::array parameters_of(const Endpoint& endpoint);

/// The headers that answers carry, by the name they are referred to.
[[nodiscard]] boost::json::object answer_headers();
/// A reference to one of them.
[[nodiscard]] boost::json::object header_ref(std::string_view name);
/// References to those that every answer carries.
[[nodiscard]] boost::json::object usual_headers();

}  // namespace reviewd::openapi
