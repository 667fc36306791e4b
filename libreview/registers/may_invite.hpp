#pragma once

#include <string>

#include "libreview/registers/accounts.hpp"

namespace review {

/// Whether the person can be invited as that. `malformed` for a person whose name is no id, and for an empty role.
/// `second-person-required` where the account has another role or speaks for another agency: an invitation is no way
/// round the change of role. An empty agency stays as it is.
[[nodiscard]] Result<void> may_invite(Accounts& accounts, const std::string& person, const std::string& role,
                                      const std::string& agency);

}  // namespace review
