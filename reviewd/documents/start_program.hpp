#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reviewd {

/// A program that is started with a stranger's file.
struct Program {
  /// What it may do: a reader of ours reads its file and nothing else; a converter, too large to work in memory alone,
  /// also writes in one folder and talks to itself; a check of the settings may need its own files, sockets and
  /// daemons.
  enum class Kind { reader, converter, check };

  const std::vector<std::string>& words;  ///< its whole path, then its arguments
  Kind kind = Kind::reader;
  int input = -1;                  ///< becomes its standard input
  int output = -1;                 ///< becomes its standard output; -1: what it prints is dropped
  int beside = -1;                 ///< becomes its descriptor 3; -1: none
  std::size_t most_memory;         ///< addresses, in bytes; 0: as many as there are
  std::chrono::seconds most_time;  ///< of the processor
  std::string folder{};            ///< where a converter reads and writes, and keeps what it needs for itself
};

/// A build with a sanitizer looks at its own mappings, and reserves more addresses than a machine has memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

/// The word for the program that is running: it is started again, of the same release, whatever lies on the disk now.
inline constexpr const char* this_program = "/proc/self/exe";

/// Starts it in a process group of its own, with no shell, no environment, no other descriptor of ours and no signal
/// blocked, in the folder `/`. It is ended with us, gains no rights, leaves no image of its memory when it fails, and
/// takes no more than it is given. A reader has no network where the machine allows to take it away, writes no file,
/// and opens none but what is installed where the kernel has Landlock (`FileRules`). A converter is bound alike, but
/// for its folder, in which its home and its temporary files are too, and for sockets of the machine itself, of which
/// it finds none but its own where it has a network of its own. The process ends with 126 where that could not be done,
/// with 127 where there is no such program. Nothing where no process could be made.
[[nodiscard]] std::optional<pid_t> start_program(const Program& program);

/// Ends it, and all that it began in its group, and waits for it.
void end_program(pid_t process);

}  // namespace reviewd
