#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "reviewd/http/limits.hpp"

namespace reviewd {

/// Who may connect and how often they may ask: connections at once, in all and per address, and a bucket of requests
/// per address that fills with time. Thread-safe. Memory follows the addresses seen in the last minutes.
class Admission {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Verdict { taken, too_many_in_all, too_many_from_address };

  explicit Admission(const Limits& limits);

  /// Counts a connection that was `taken`; each is given back by `leave`.
  [[nodiscard]] Verdict enter(std::string_view address);
  void leave(std::string_view address);
  /// Takes one request out of the address's bucket; false where it is empty.
  [[nodiscard]] bool may_ask(std::string_view address, Clock::time_point now);
  /// Takes bytes of a body into memory; false, and nothing taken, where all bodies together would be too much.
  [[nodiscard]] bool reserve(std::size_t bytes);
  void release(std::size_t bytes);

 private:
  struct Caller {
    std::int64_t connections = 0;
    double tokens = 0;
    Clock::time_point filled{};
  };
  [[nodiscard]] bool exempt(std::string_view address) const;
  void forget_full_buckets(Clock::time_point now);

  const std::int64_t connections_;
  const std::int64_t per_address_;
  const double rate_;
  const double burst_;
  const bool spare_loopback_;
  const std::size_t buffered_most_;
  std::mutex mutex_;
  std::int64_t open_ = 0;
  std::size_t buffered_ = 0;
  std::unordered_map<std::string, Caller> callers_;
  Clock::time_point swept_{};
};

/// 127.0.0.0/8, ::1, and the first of them mapped into IPv6.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace reviewd
