#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// What a page loads: a style sheet, a script, an icon. Its address carries its digest, so browsers keep it for ever.
/// Nothing where the address is not one of ours; the caller then says that there is no such page.
[[nodiscard]] std::optional<Response> asset(const Request& request);

/// The address of `review.css`, `review.js` or `icon.svg`, for example `/assets/review-0123456789ab.css`. Throws
/// std::logic_error for any other name.
[[nodiscard]] const std::string& asset_address(std::string_view name);

}  // namespace reviewd
