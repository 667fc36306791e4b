#pragma once

#include <map>
#include <string>

#include "libreview/registers/tokens.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// A token is no way round the change of a role: of somebody who has an account it may not do more than that account,
/// nor reach more cases. `second-person-required` otherwise.
[[nodiscard]] review::Result<void> within_account(const Call& call, const review::TokenWish& wish);

/// In a real store a token is issued by who proposed it, once another person has approved exactly that token and while
/// the yes holds; it is used up. `second-person-required` without one: see `agreed_by_two` of an act.
[[nodiscard]] review::Result<void> agreed_by_two(const Call& call, const review::TokenWish& wish);

/// What a proposal of a token holds: role, and what narrows it. A list is one text with blanks.
[[nodiscard]] std::map<std::string, std::string> token_proposal(const review::TokenWish& wish);

}  // namespace reviewd
