#pragma once

#include <functional>
#include <optional>
#include <string>

#include "libreview/base/result.hpp"

namespace reviewd {

class Storage;
struct Response;

/// The rest of an answer that is worked out of the store in parts, each between what others ask: however long a list
/// is, nobody waits for all of it.
struct RestInParts {
  /// Takes a part in when it is on record; the answer, where it was the last one.
  using Take = std::function<std::optional<Response>()>;

  std::string person;
  /// Works out the next part, on the storage thread, in a transaction. It may be asked for the same part again, where
  /// the transaction failed: so it changes nothing, and what it gives does. A refusal ends the answer.
  std::function<review::Result<Take>(Storage&)> next;
  /// Each part is worked out between commits, in transactions of its own if it wants any, and is never asked for again:
  /// what it commits stays, and what it only tries it takes back.
  bool alone = false;
};

}  // namespace reviewd
