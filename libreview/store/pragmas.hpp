#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace review {

/// Sets what durability and privacy rest on, and reads each setting back; throws std::runtime_error if one differs.
/// The first of them takes the exclusive lock: an SQLite::Exception with SQLITE_BUSY means that another process has it.
void set_pragmas(SQLite::Database& database, bool in_memory);

}  // namespace review
