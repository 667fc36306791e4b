#pragma once

#include <vector>

#include "reviewd/api/endpoint.hpp"

namespace reviewd {

/// What gives somebody a way to sign in: an invitation, another password, an account of another provider. Whoever does
/// it sees no case, and could become that person by it: so in a real store each takes two.
[[nodiscard]] std::vector<Endpoint> way_in_endpoints();

}  // namespace reviewd
