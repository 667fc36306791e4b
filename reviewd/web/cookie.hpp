#pragma once

#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// The value of a cookie that the browser sent; empty if it sent none of that name, or two.
[[nodiscard]] std::string cookie_of(const Request& request, std::string_view name);

}  // namespace reviewd
