#pragma once

#include <string_view>

#include "libreview/base/refusal.hpp"
#include "reviewd/http/fault.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// The refusal as RFC 9457 problem details: type, title, status, detail, code, cites, violations and requestId, and
/// for `publication-held` what holds it. Status and title come from `review::code_table`. A 401 says how to sign in, a
/// 429 or 503 when to try again.
[[nodiscard]] Response problem(const review::Refusal& refusal, std::string_view request_id);

/// The same for what the HTTP layer refuses by itself.
[[nodiscard]] Response problem(const Refused& refused, std::string_view request_id);

}  // namespace reviewd
