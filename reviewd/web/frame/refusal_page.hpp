#pragma once

#include "libreview/base/refusal.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// What stands where a page was to be that could not be made, for whoever asked: status and title are those of the
/// code, so that a list that is too long does not read as a service that failed.
[[nodiscard]] Response refusal_page(const review::Refusal& refusal, bool practice);

}  // namespace reviewd
