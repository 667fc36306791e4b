#pragma once

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The register as the visitor may see it; one that knows nobody where they may not. The groups of the partnership are
/// no secret.
[[nodiscard]] Register register_of(const PageCall& call);

}  // namespace reviewd
