#pragma once

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Brings what is told of the ways of telling people in line with how they work: `channels/mail` and so on are armed
/// once one was given up on something, or has failed for longer than is settled, and over when it works again. In the
/// open transaction.
[[nodiscard]] review::Result<void> watch_channels(Storage& storage);

}  // namespace reviewd
