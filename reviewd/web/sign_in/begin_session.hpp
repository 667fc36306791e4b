#pragma once

#include <string>

#include "reviewd/http/response.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Signs the person in, and sends the browser on to `then`, or home. In the transaction that is open.
[[nodiscard]] Response begin_session(Storage& storage, const std::string& person, const std::string& then);

}  // namespace reviewd
