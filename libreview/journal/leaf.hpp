#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace review {

/// What a leaf of the log says about an entry. The words of the entry are not in it, only their salted digests.
struct Leaf {
  std::int64_t seq = 0;  ///< place in the log, from 1; the leaf's number in the Merkle tree is one less
  std::string entry;     ///< random id
  std::string record;    ///< for example `cases/26-0007`
  int version = 0;       ///< of the record after this entry, from 1
  std::string kind;      ///< for example `incidentLogged`
  std::string time;      ///< when it was recorded, RFC 3339 UTC
  std::string actor;     ///< who recorded it, for example `people/a-coordinator`
  std::string open;      ///< SHA-256(salt ‖ open part), in hexadecimal
  std::string sealed;    ///< SHA-256(salt ‖ sealed part), in hexadecimal

  [[nodiscard]] bool operator==(const Leaf&) const = default;
};

/// The bytes that are stored and hashed: one line of JSON with fixed order and no blanks; see FORMAT.md. Throws
/// std::invalid_argument for a text that is empty, or is not printable ASCII without `"` and `\`: such bytes would have
/// two spellings.
[[nodiscard]] std::string leaf_bytes(const Leaf& leaf);

/// Reads exactly what `leaf_bytes` writes, and nothing else.
[[nodiscard]] std::optional<Leaf> parse_leaf(std::string_view bytes);

}  // namespace review
