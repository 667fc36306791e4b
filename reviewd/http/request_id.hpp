#pragma once

#include <string>

namespace reviewd {

/// 16 hexadecimal digits from the system's random source: unique enough to find a line in a log, and it says nothing
/// about who asked or how many did.
[[nodiscard]] std::string new_request_id();

}  // namespace reviewd
