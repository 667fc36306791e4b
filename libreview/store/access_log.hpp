#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// A change to who may come in, or to a setting.
struct AccessChange {
  std::int64_t change = 0;  ///< from 1, without gaps
  std::string time;         ///< RFC 3339 UTC
  std::string actor;        ///< who did it: the bare id of a person, `service`, or `reviewctl`
  std::string deed;         ///< `person-made`, `token-issued`, `person-invited`, `password-set`, `signed-in` and so on
  std::string subject;      ///< the person, token or setting
  std::string detail;       ///< for a person to read; no secret and no personal data
};

/// The log of those changes: it only grows. It stands beside the journal and is no part of the Merkle tree.
class AccessLog {
 public:
  explicit AccessLog(Store& store) : store_(store) {}

  /// In the transaction that is open; throws std::logic_error if none is. May throw what SQLite throws: for use
  /// inside Store::attempt. `people/` before the id of the actor is left out: a row has one spelling.
  void add(Instant now, const std::string& actor, const std::string& deed, const std::string& subject,
           const std::string& detail);
  /// At most `limit` changes after `after` (0: from the first), oldest first.
  [[nodiscard]] std::vector<AccessChange> since(std::int64_t after, std::size_t limit);

 private:
  Store& store_;
};

}  // namespace review
