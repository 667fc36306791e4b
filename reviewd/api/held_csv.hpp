#pragma once

#include "reviewd/api/call.hpp"

namespace reviewd {

/// `GET /v1/embargoes:csv`. Whatever somebody typed stays out of it, names of embargoes and reasons too: such words may
/// name people, and a file goes on to others. Why is the kind of the proceedings; of the authority, whether it is on
/// record; of the readers, how many.
[[nodiscard]] Response embargoes_csv(Call& call);

}  // namespace reviewd
