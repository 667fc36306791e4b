#pragma once

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Writes the store's file anew if something was erased since it was last written, so that the words are in it no more,
/// and notes in the approvals that it is done. Outside of a transaction. Costly only where something is left to do.
[[nodiscard]] review::Result<void> finish_erasures(Storage& storage, review::Instant now);

}  // namespace reviewd
