#pragma once

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Whether the visitor showed who they are within the last five minutes (`review::is_fresh`).
[[nodiscard]] bool is_proved(const PageCall& call);

}  // namespace reviewd
