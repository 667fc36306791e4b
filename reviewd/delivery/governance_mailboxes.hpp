#pragma once

#include <string>
#include <vector>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Where information governance is told: as configured; in a practice store, which shows its mails on a page, an
/// invented mailbox where none is.
[[nodiscard]] std::vector<std::string> governance_mailboxes(Storage& storage);

}  // namespace reviewd
