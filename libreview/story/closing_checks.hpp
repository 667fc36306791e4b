#pragma once

#include <string>
#include <vector>

#include "libreview/story/world.hpp"

namespace review {

/// What holds for every case after any story, and does not here: each clock that has a date has its working and its
/// citations, one that has none says why; every entry that is not hidden survives being stored in two parts and read.
[[nodiscard]] std::vector<std::string> closing_checks(World& world, const std::vector<std::string>& cases);

}  // namespace review
