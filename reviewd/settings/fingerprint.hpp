#pragma once

#include <string>

#include "reviewd/settings/config.hpp"

namespace reviewd {

/// What the views are made under: the law, the holidays, the partnership's own rules, the shape of the stored case, and
/// the code that adds entries up. Where any of it changes, the views are made again at the start.
[[nodiscard]] std::string fingerprint(const Config& config);

}  // namespace reviewd
