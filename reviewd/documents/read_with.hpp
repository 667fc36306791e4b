#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// When a program that reads a file is ended, and how much it may take.
struct ReadingLimits {
  std::chrono::steady_clock::time_point until;
  std::size_t most_bytes;                         ///< that it may print
  std::size_t most_memory = 512UL * 1024 * 1024;  ///< addresses, in bytes; 0: as many as there are
  std::stop_token stop{};                         ///< it is ended as soon as somebody asks for it
};

/// How the reading of a file ended.
enum class ReadingEnd {
  read,     ///< the program said all that it had to say
  refused,  ///< the program ended with a fault of its own: the file is broken or locked, or takes too much memory
  limit,    ///< it printed more or took longer than it may, or was stopped
  absent    ///< the program is not here, or did not start
};

struct Reading {
  ReadingEnd end = ReadingEnd::absent;
  std::string said{};  ///< empty but where it was read
  explicit operator bool() const { return end == ReadingEnd::read; }
};

/// What the program, called by its whole path, prints when it gets the content on its standard input: a file in memory,
/// also to be opened as `/dev/stdin`; `beside` is another, to be opened as `/dev/fd/3`. Nothing of them reaches a disk.
/// The program is a reader (`start_program`): it has no network and no files, little memory and little time. Where it
/// takes more than `limits` it is ended. Blocks.
[[nodiscard]] Reading read_with(const std::vector<std::string>& program, std::string_view content,
                                const ReadingLimits& limits, std::string_view beside = {});

}  // namespace reviewd
