#pragma once

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Puts a mail into the outbox for each mailbox of information governance: that a case was opened in an emergency, and
/// nothing of who, which or why. In the transaction of what it tells of, so that neither goes without the other; `host`
/// is how this request reached the service.
[[nodiscard]] review::Result<void> tell_governance(Storage& storage, const review::BrokenGlass& glass,
                                                   const std::string& host);

/// What such mails are about in the outbox.
[[nodiscard]] std::string about_glass(const std::string& glass);

}  // namespace reviewd
