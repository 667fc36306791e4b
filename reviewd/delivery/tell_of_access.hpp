#pragma once

#include <string>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A way into an account that is there, which others made.
enum class NewAccess {
  reset,         ///< a link to choose another password
  other_account  ///< an account of another provider
};

/// Puts mails into the outbox that an account was given a new way in: to its person, where the register of contacts
/// knows a mailbox of the same name, and to each mailbox of information governance. They name nobody. In the
/// transaction of what they tell of, so that neither goes without the other.
[[nodiscard]] review::Result<void> tell_of_access(Storage& storage, const std::string& person, NewAccess what);

}  // namespace reviewd
