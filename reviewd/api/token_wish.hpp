#pragma once

#include "libreview/journal/tokens.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The token that the body asks for. Refused unless its scopes are rights of the role, its cases are references (which
/// need not exist: whoever issues tokens sees no case), and its networks are networks.
[[nodiscard]] review::Result<review::TokenWish> token_wish(const Call& call);

}  // namespace reviewd
