#pragma once

#include <memory>
#include <string>

#include "reviewd/http/response.hpp"
#include "reviewd/storage/parts_under_way.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// Asks the storage thread for one part after the other, each behind what waits already, and gives the answer that the
/// last one makes. `refuse` answers where too much is under way or a part is refused. From any thread; does not block.
void answer_in_parts(StorageThread& storage, const std::shared_ptr<PartsUnderWay>& under_way, RestInParts parts,
                     const std::string& route, const Answer& answer, const StorageThread::Refuse& refuse);

}  // namespace reviewd
