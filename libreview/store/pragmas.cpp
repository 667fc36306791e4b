#include "libreview/store/pragmas.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

namespace review {
namespace {

struct Pragma {
  const char* name;
  const char* value;
  const char* reads;     ///< as SQLite answers
  bool on_disk = false;  ///< has no meaning in memory
};

/// The lock first: in WAL mode an exclusive lock taken before the first read keeps the WAL index in memory.
constexpr Pragma pragmas[] = {
    {"locking_mode", "EXCLUSIVE", "exclusive"},
    {"journal_mode", "WAL", "wal", true},
    {"synchronous", "FULL", "2"},
    {"mmap_size", "0", "0", true},
    {"foreign_keys", "ON", "1"},
    {"trusted_schema", "OFF", "0"},
    {"recursive_triggers", "ON", "1"},  // without it INSERT OR REPLACE slips past the triggers on DELETE
    {"cell_size_check", "ON", "1"},
    {"cache_size", "-16384", "-16384"},  // KiB: what is told of many cases in one transaction spilt into the log twice
    {"secure_delete", "ON", "1"},        // what is deleted is overwritten
    {"temp_store", "MEMORY", "2"},       // no word of a case in a temporary file
    {"wal_autocheckpoint", "0", "0"},  // SQLite's own ignores errors and would repeat a failed fsync: see Store::begin
};

}  // namespace

void set_pragmas(SQLite::Database& database, bool in_memory) {
  for (const auto& pragma : pragmas) {
    if (in_memory && pragma.on_disk) continue;
    database.exec(fmt::format("PRAGMA {}={}", pragma.name, pragma.value));
    const auto reads = database.execAndGet(fmt::format("PRAGMA {}", pragma.name)).getString();
    if (reads != pragma.reads) {
      throw std::runtime_error(
          fmt::format("SQLite keeps {} at {} where {} is needed.", pragma.name, reads, pragma.reads));
    }
  }
  // No statement, however it came about, can write to the schema table or switch the log off.
  if (sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) != SQLITE_OK) {
    throw std::runtime_error("SQLite does not take the defensive setting.");
  }
}

}  // namespace review
