#pragma once

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The words that practitioners use and what they mean.
[[nodiscard]] View help_view();

}  // namespace reviewd
