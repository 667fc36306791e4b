#pragma once

#include <chrono>
#include <string>

#include "reviewd/identity/address_tries.hpp"
#include "reviewd/settings/sign_in_limits.hpp"

namespace reviewd {

/// Slows down whoever guesses the addresses of feeds, by the limits of signing in. What is right costs nothing.
class FeedGate {
 public:
  using Instant = AddressTries::Instant;

  explicit FeedGate(const SignInLimits& limits)
      : spare_loopback_(limits.spare_loopback), tries_(limits.address_burst, limits.address_per_minute) {}

  /// How long to wait before the try; zero if it may be made now, which counts as wrong until it is `right`.
  [[nodiscard]] std::chrono::seconds begin(const std::string& address, Instant now);
  void right(const std::string& address);

 private:
  const bool spare_loopback_;
  AddressTries tries_;
};

}  // namespace reviewd
