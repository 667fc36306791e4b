#pragma once

#include "reviewd/api/call.hpp"

namespace reviewd {

/// One entry a line, in the order of the log, complete but for what is hidden from everyone: the answer to who may have
/// it. Whether two people agreed is asked before, of requests that come over the network; whoever has the file of the
/// store has it all anyway.
[[nodiscard]] Response export_everything(Call& call);

}  // namespace reviewd
