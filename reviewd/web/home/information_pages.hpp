#pragma once

#include <optional>

#include "reviewd/http/response.hpp"
#include "reviewd/http/router.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// The answer to somebody who is not signed in, where the page is one for the public: it tells of no case and no
/// person. Nothing where it is not.
[[nodiscard]] std::optional<Response> open_information(const RouteMatch& match, const Request& request,
                                                       Storage& storage);

}  // namespace reviewd
