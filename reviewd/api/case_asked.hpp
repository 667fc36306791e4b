#pragma once

#include <string>

#include "libreview/base/result.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The query parameter `case`, bare; empty where it is not given. A case that the reader does not see is refused like
/// one that there is not.
[[nodiscard]] review::Result<std::string> case_asked(const Call& call);

}  // namespace reviewd
