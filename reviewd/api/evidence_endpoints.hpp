#pragma once

#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {

/// Refuses a role that does not read of incidents.
[[nodiscard]] review::Result<void> may_see_evidence(const Call& call);

/// Of recommendations: a part of `evidence_endpoints`.
[[nodiscard]] std::vector<Endpoint> recommendation_evidence_endpoints();

}  // namespace reviewd
