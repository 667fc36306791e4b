#pragma once

#include <optional>
#include <string_view>

#include "reviewd/http/fault.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// The page for a form that was too large to be read at all. Nothing for the addresses of the API, and for what else is
/// refused before anybody looks at it.
[[nodiscard]] std::optional<Response> refused_form(std::string_view path, const Refused& refused, bool practice);

}  // namespace reviewd
