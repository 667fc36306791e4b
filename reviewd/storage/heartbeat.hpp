#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "libreview/calendar/instant.hpp"

namespace reviewd {

/// When what is due was last looked for, so that everybody can tell when that stops. Thread-safe.
class Heartbeat {
 public:
  /// Without a beat for so long it counts as stopped: it beats every minute.
  static constexpr std::chrono::minutes longest_silence{5};

  void beat(review::Instant now) { last_ = seconds(now); }
  /// Unix time; 0 before the first beat.
  [[nodiscard]] std::int64_t last() const { return last_; }
  /// Whether it began, and then stopped.
  [[nodiscard]] bool has_stopped(review::Instant now) const {
    return last_ != 0 && seconds(now) - last_ > std::chrono::seconds(longest_silence).count();
  }

 private:
  static std::int64_t seconds(review::Instant instant) {
    return std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count();
  }

  std::atomic<std::int64_t> last_ = 0;
};

}  // namespace reviewd
