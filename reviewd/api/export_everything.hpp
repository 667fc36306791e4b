#pragma once

#include "reviewd/api/call.hpp"

namespace reviewd {

/// One entry a line, in the order of the log, complete but for what is hidden from everyone: the answer to who may have
/// it. Whether two people agreed is asked before, of requests that come over the network; whoever has the file of the
/// store has it all anyway. What an embargo keeps from the reader is taken along in those two cases, where the record
/// moves, and left out otherwise.
[[nodiscard]] Response export_everything(Call& call, review::Desk::Covered covered);

}  // namespace reviewd
