#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <stop_token>

namespace reviewd {

/// Waits for a program that was started, and ends it where it takes longer, or somebody asks to stop: nothing then,
/// else how it ended, as `waitpid` says it. Blocks.
[[nodiscard]] std::optional<int> wait_for_program(pid_t process, std::chrono::steady_clock::time_point until,
                                                  const std::stop_token& stop);

}  // namespace reviewd
