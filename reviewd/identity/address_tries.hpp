#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace reviewd {

/// A bucket of tries for each network address, which fills up again with time. An IPv6 address counts by its first 64
/// bits: whoever has one has them all.
class AddressTries {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  AddressTries(std::int64_t burst, std::int64_t per_minute) : burst_(burst), per_minute_(per_minute) {}

  /// Takes one; how long to wait where none is left, zero otherwise.
  [[nodiscard]] std::chrono::seconds take(std::string_view address, Instant now);
  /// Gives one back: the try was right.
  void give_back(std::string_view address);

 private:
  struct Bucket {
    double left;
    Instant at;
  };
  void forget_full(Instant now);
  [[nodiscard]] double filled(const Bucket& bucket, Instant now) const;

  const std::int64_t burst_;
  const std::int64_t per_minute_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

/// What an address counts as: itself, or the first 64 bits of an IPv6 address in hexadecimal.
[[nodiscard]] std::string network_of(std::string_view address);

}  // namespace reviewd
