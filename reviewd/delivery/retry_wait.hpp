#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace reviewd {

/// How long to wait after a try that failed; nothing where it is given up. `before` is how many failed before it: 0
/// after the first. Up to a fifth is added by `chance`, evenly, so that many do not come back at one moment.
/// `retry_after` is what the receiver asked for, 0 where it asked for nothing: it is waited for, a day at most.
[[nodiscard]] std::optional<std::chrono::milliseconds> retry_wait(const std::vector<std::chrono::seconds>& retries,
                                                                  int before, std::uint8_t chance,
                                                                  std::chrono::seconds retry_after);

}  // namespace reviewd
