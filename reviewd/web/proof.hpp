#pragma once

#include <optional>
#include <string>

#include "reviewd/web/page.hpp"

namespace reviewd {

/// Where to send somebody who last showed who they are too long ago for what they want to do: to the page that asks
/// again, and from there back to `then`. Nothing where it is fresh (`review::is_fresh`).
[[nodiscard]] std::optional<Response> ask_for_proof(const PageCall& call, const std::string& then);

/// The page that asks: for the password, and for the code of who has a second step.
[[nodiscard]] Response confirm_page(const PageCall& call, int status, const std::string& then,
                                    const std::string& fault);

}  // namespace reviewd
