#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// When a program that reads a file is ended, and how much it may take.
struct ReadingLimits {
  std::chrono::steady_clock::time_point until;
  std::size_t most_bytes;                         ///< that it may print
  std::size_t most_memory = 512UL * 1024 * 1024;  ///< in bytes
};

/// What the program, called by its whole path, prints when it gets the content on its standard input: a file in memory,
/// also to be opened as `/dev/stdin`; `beside` is another, to be opened as `/dev/fd/3`. Nothing of them reaches a disk.
/// The program has no shell, no environment, no other descriptor of ours, no network where the machine allows to take
/// it away, no file but what is installed where the kernel has Landlock (`FileRules`), little memory, and little time.
/// Nothing where it does not start, fails, prints more or takes longer; then it is ended. Blocks.
[[nodiscard]] std::optional<std::string> read_with(const std::vector<std::string>& program, std::string_view content,
                                                   const ReadingLimits& limits, std::string_view beside = {});

}  // namespace reviewd
