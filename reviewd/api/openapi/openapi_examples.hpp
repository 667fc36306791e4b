#pragma once

#include <boost/json/object.hpp>

#include "reviewd/api/endpoint.hpp"

namespace reviewd::openapi {

/// Bodies that an endpoint takes, by name, each with a summary. All invented; each is one that the service reads.
[[nodiscard]] boost::json::object examples_of(const Endpoint& endpoint);

}  // namespace reviewd::openapi
