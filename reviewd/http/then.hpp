#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "reviewd/http/response.hpp"

namespace reviewd {

/// The same answer with something done to it once it is whole, whatever of it is still to be worked out. `after` needs
/// no store.
[[nodiscard]] Response then(Response response, const std::function<Response(Response)>& after);

/// The same with something that takes long and gives up where it is asked to: all that is left of the answer then waits
/// in this line, as this person's.
[[nodiscard]] Response then_in_line(Response response, SlowPart::Line line, const std::string& person,
                                    const std::function<Response(Response, const std::stop_token&)>& after);

}  // namespace reviewd
