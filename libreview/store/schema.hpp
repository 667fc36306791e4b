#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

#include "libreview/base/result.hpp"

namespace review {

/// What a store has in its header as `application_id`: the letters `rvw1`.
inline constexpr std::int32_t store_application = 0x72767731;

/// Is there nothing in the file yet, not even a table?
[[nodiscard]] bool is_empty(SQLite::Database& database);

/// Runs the steps that the store lacks (it keeps the number of its last one as `user_version`), in the transaction that
/// the caller has open; views are not among them. Refusals: `malformed` where the file is another program's,
/// `read-only` where a newer release made it.
Result<void> bring_up_to_date(SQLite::Database& database);

}  // namespace review
