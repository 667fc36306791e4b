#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "reviewd/api/endpoint.hpp"

namespace reviewd::openapi {

/// A code of a refusal: of the rules' table and of what the HTTP layer refuses by itself.
[[nodiscard]] boost::json::object code_schema(std::string_view says);
/// A fault in one place of what was sent.
[[nodiscard]] boost::json::object violation_schema();
/// RFC 9457 problem details with our members. It may gain others.
[[nodiscard]] boost::json::object problem_schema();

/// The shared answers to what is refused, one for each status that an operation lists, and `Refused` for the others.
/// `x-codes` says which codes an answer may carry; each code stands in one of them.
[[nodiscard]] boost::json::object problem_responses();

/// The refusals that an endpoint may answer with, as references to the shared answers, by status.
[[nodiscard]] boost::json::object problems_of(const Endpoint& endpoint);
/// The same for an address that asks for no token.
[[nodiscard]] boost::json::object problems_of_open_route();

}  // namespace reviewd::openapi
