#pragma once

#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// The line of the visit that the browser sent; empty if it sent none, or two. It has nothing to do with signing in.
[[nodiscard]] std::string return_session_of(const Request& request);
/// Hands it to the browser: for this host alone, over a secure connection, out of reach of scripts, and not sent from
/// other sites.
void set_return_session(Response& response, std::string_view line);

}  // namespace reviewd
