#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace reviewd {

/// Trips when too many tries of strangers fail in a minute, whatever names and addresses they use. It closes again with
/// the minute.
class Breaker {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  explicit Breaker(std::int64_t wrong_per_minute) : most_(wrong_per_minute) {}

  /// How long to wait; zero where one may try, which counts as a failure until it is `right`.
  [[nodiscard]] std::chrono::seconds take(Instant now);
  void right();

 private:
  const std::int64_t most_;
  std::mutex mutex_;
  Instant begun_{};
  std::int64_t wrong_ = 0;
};

}  // namespace reviewd
