#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "libreview/journal/stored_entry.hpp"
#include "libreview/store/prepared.hpp"

namespace review {

/// The bytes of salt before each part.
inline constexpr std::size_t salt_size = 16;

/// The digest of a part as the leaf holds it: SHA-256(salt ‖ part) in hexadecimal.
[[nodiscard]] std::string part_digest(std::string_view salt, std::string_view part);

/// An entry as it lies in the tables, not believed yet.
struct EntryRow {
  std::int64_t seq = 0;
  std::string record;
  int version = 0;
  std::string entry;
  std::string leaf;
  std::string open_salt;
  std::string open;
  std::optional<std::string> sealed_salt;  ///< nothing once erased
  std::string sealed;
  std::string node;  ///< the hash of the leaf as the tree holds it; empty where it holds none
};

/// What every query selects that ends in an EntryRow; a condition and an order follow.
inline constexpr std::string_view select_entry_row =
    "SELECT e.seq, e.record, e.version, e.entry, e.leaf, e.open_salt, e.open, s.salt, s.sealed, n.hash FROM entries e "
    "LEFT JOIN sealed s ON s.seq = e.seq LEFT JOIN nodes n ON n.level = 0 AND n.idx = e.seq - 1 ";

/// The row that the statement stands on.
[[nodiscard]] EntryRow entry_row(const Prepared& statement);

/// What in the row disagrees with its digests, or nothing. Looks at this row alone.
[[nodiscard]] std::optional<std::string> fault_in(const EntryRow& row);

/// The entry in the row; throws AlteredEntry if there is a fault in it.
[[nodiscard]] StoredEntry believed(EntryRow row);

}  // namespace review
