#pragma once

#include <cstdint>
#include <string>

namespace review {

/// An entry as the log holds it. What the journal hands out has been checked against its digests.
struct StoredEntry {
  std::int64_t seq = 0;  ///< place in the log, from 1, without gaps
  std::string record;
  int version = 0;  ///< of the record after this entry, from 1, without gaps
  std::string entry;
  std::string kind;
  std::string recorded_time;
  std::string actor;
  std::string leaf;    ///< the bytes that the Merkle tree is made over
  std::string open;    ///< byte for byte as appended
  std::string sealed;  ///< byte for byte as appended; empty once erased
  bool erased = false;
};

}  // namespace review
