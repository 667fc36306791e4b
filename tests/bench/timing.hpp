#pragma once

#include <functional>
#include <string>

namespace review::bench {

/// How long something took, over several runs. Milliseconds of the wall clock, as somebody who waits has them.
struct Times {
  double median = 0;
  double most = 0;  ///< nineteen in twenty took no longer
};

/// Runs it some times unmeasured, and then `runs` times.
[[nodiscard]] Times timed(int runs, const std::function<void()>& once);

/// Prints a figure beside its bar, and whether it holds.
bool holds(const std::string& what, const Times& times, double bar_ms);
/// The same of a size in KiB.
bool fits(const std::string& what, std::size_t bytes, std::size_t bar_kib);

}  // namespace review::bench
