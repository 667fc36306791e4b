#pragma once

#include <vector>

#include "reviewd/api/endpoint.hpp"

namespace reviewd {

/// Parts of `publication_endpoints`.
[[nodiscard]] std::vector<Endpoint> planner_endpoints();   ///< what speaks against a day; the letter about a delay
[[nodiscard]] std::vector<Endpoint> register_endpoints();  ///< what was published
[[nodiscard]] std::vector<Endpoint> bundle_endpoints();    ///< the files for the national repository

}  // namespace reviewd
