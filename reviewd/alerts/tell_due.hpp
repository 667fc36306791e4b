#pragma once

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Tells some of what is due on the day, hands it out, and puts the mails whose time has come into the outbox, in a
/// transaction of its own. Whether more is left.
[[nodiscard]] review::Result<bool> tell_due(Storage& storage);

}  // namespace reviewd
