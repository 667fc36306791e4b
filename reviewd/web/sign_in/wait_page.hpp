#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "reviewd/http/response.hpp"

namespace reviewd {

/// The page of a form once more, with a status and what is wrong.
using AgainPage = std::function<Response(int status, const std::string& fault)>;

/// Too many tries: how long to wait, on the page and in `Retry-After`.
[[nodiscard]] Response wait_page(const AgainPage& again, std::chrono::seconds wait);

}  // namespace reviewd
