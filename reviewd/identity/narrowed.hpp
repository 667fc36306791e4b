#pragma once

#include <optional>
#include <string>

#include "libreview/access/reader.hpp"
#include "libreview/registers/tokens.hpp"

namespace reviewd {

/// Whom a token lets in who presents it from `peer`: the reader, less what the token does not open. Nobody from a
/// network that it does not name. A scope that this release does not know lets nobody in, rather than too far.
[[nodiscard]] std::optional<review::Reader> narrowed(review::Reader reader, const review::TokenReach& reach,
                                                     const std::string& peer);

}  // namespace reviewd
