#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// The value of a cookie that the browser sent; empty if it sent none of that name, or two.
[[nodiscard]] std::string cookie_of(const Request& request, std::string_view name);

/// Hands the browser a cookie: for this host alone, over a secure connection, out of reach of scripts, and not sent
/// from other sites. It ends with the browser unless it is said how long it is kept. The name begins with `__Host-`.
void set_cookie(Response& response, std::string_view name, std::string_view value,
                std::optional<std::chrono::seconds> kept = std::nullopt);
/// Takes it away.
void clear_cookie(Response& response, std::string_view name);

}  // namespace reviewd
