#pragma once

#include <string>

#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// The password was right. Who has a second step is asked for the code; everybody else is in. In the transaction that
/// is open.
[[nodiscard]] Response after_password(Storage& storage, const Request& request, const std::string& person,
                                      const std::string& then);

/// Signs the person in, remembers the browser as theirs, and sends it on to `then`, or home.
[[nodiscard]] Response let_in(Storage& storage, const Request& request, const std::string& person,
                              const std::string& then);

}  // namespace reviewd
