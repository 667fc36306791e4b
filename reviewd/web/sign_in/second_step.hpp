#pragma once

#include <string>

#include "libreview/access/role.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Whether people of the role must set up a second step: those who let others in, who see every case and decide, and
/// who see what was withdrawn.
[[nodiscard]] bool needs_second_step(review::Role role);

/// Whether this person must set one up before anything else. Not in a practice store, where it is only offered, and not
/// who has no password here and so signs in elsewhere.
[[nodiscard]] bool must_set_up_second_step(Storage& storage, const review::Account& account);

/// Whether what was typed is the code of this half minute in the person's app, or a recovery code; either is used up.
/// In the transaction that is open.
[[nodiscard]] bool use_code(Storage& storage, const std::string& person, const std::string& typed);

}  // namespace reviewd
