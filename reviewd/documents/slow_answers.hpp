#pragma once

#include "reviewd/http/response.hpp"
#include "reviewd/identity/slow_work.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// Gives answers of which a part is still to be worked out apart from the storage thread (`Response::rest`). Checks and
/// copies wait in lines of their own (`SlowPart`), so that no number of checks keeps a document from who opens it.
class SlowAnswers {
 public:
  /// Gives the answer, at once or when the rest of it is there. `refuse` answers where too much waits, of all or of one
  /// person, or the rest fails. From any thread; does not block.
  void give(Response response, const Answer& answer, const StorageThread::Refuse& refuse);

 private:
  /// What waits holds a document of up to 25 MiB.
  static constexpr std::size_t most_waiting = 12;

  SlowWork checks_{most_waiting};
  SlowWork copies_{most_waiting};
};

}  // namespace reviewd
