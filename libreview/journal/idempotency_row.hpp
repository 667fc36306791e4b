#pragma once

#include <string>

namespace review {

/// What is remembered of a request that succeeded under an Idempotency-Key: enough to know it again and to make the
/// answer again, and none of its words.
struct IdempotencyRow {
  std::string person;
  std::string key_digest;      ///< `Journal::keyed_digest` of the key
  std::string request_digest;  ///< `Journal::keyed_digest` of method, path, query and body
  std::string record;
  std::string entry;
  int version = 0;      ///< of the record after the entry: the answer is made at this version
  std::string created;  ///< RFC 3339 UTC with milliseconds, so that texts sort as instants
};

}  // namespace review
