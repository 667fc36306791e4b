#pragma once

#include "libreview/registers/tokens.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The token that the body asks for. Refused unless its scopes are rights of the role, its cases are references (which
/// need not exist: whoever issues tokens sees no case), and its networks are networks.
[[nodiscard]] review::Result<review::TokenWish> token_wish(const Call& call);

/// A token that somebody wants and another person is asked about.
struct ProposedToken {
  review::TokenWish wish;
  std::string reason;
};
/// The same with the field `reason`.
[[nodiscard]] review::Result<ProposedToken> proposed_token(const Call& call);

}  // namespace reviewd
