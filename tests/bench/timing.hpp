#pragma once

#include <functional>
#include <string>

#include "tests/support/daemon.hpp"

namespace review::bench {

/// How long a request took, over several runs, in milliseconds.
struct Times {
  double server = 0;  ///< median of the processor time that the daemon used: what else the machine does is not in it
  double wall = 0;    ///< median of what somebody waits who is on the same machine, with the commit to disk
  double most = 0;    ///< nineteen in twenty waited no longer
};

/// Runs it some times unmeasured, and then `runs` times.
[[nodiscard]] Times timed(const test::Daemon& daemon, int runs, const std::function<void()>& once);

/// Prints the figures beside the bar, and whether the server's time holds it. The waiting is not held to the bar: it
/// says as much of the machine and of who else is on it.
bool holds(const std::string& what, const Times& times, double bar_ms);
/// The same of a size in KiB.
bool fits(const std::string& what, std::size_t bytes, std::size_t bar_kib);

}  // namespace review::bench
