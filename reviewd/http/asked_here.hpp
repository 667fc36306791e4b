#pragma once

#include "reviewd/http/request.hpp"

namespace reviewd {

/// Whether a request was made on this machine itself: from its own address, to it by that name, and handed on by no
/// proxy. A proxy on the machine that neither says for whom it asks nor keeps the name that it was asked by cannot be
/// told from it.
[[nodiscard]] bool is_asked_here(const Request& request);

}  // namespace reviewd
