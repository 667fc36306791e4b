#pragma once

#include <functional>

#include "reviewd/http/response.hpp"

namespace reviewd {

/// The same answer with something done to it once it is whole, whatever of it is still to be worked out. `after` needs
/// no store.
[[nodiscard]] Response then(Response response, const std::function<Response(Response)>& after);

}  // namespace reviewd
