#pragma once

#include "reviewd/http/response.hpp"
#include "reviewd/identity/slow_work.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// Gives answers of which a part is still to be worked out apart from the storage thread (`Response::rest`).
class SlowAnswers {
 public:
  /// Gives the answer, at once or when the rest of it is there. `refuse` answers where too much waits, or the rest
  /// fails. From any thread; does not block.
  void give(Response response, const Answer& answer, const StorageThread::Refuse& refuse);

 private:
  SlowWork work_;
};

}  // namespace reviewd
