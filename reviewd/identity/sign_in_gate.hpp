#pragma once

#include <chrono>
#include <string>

#include "reviewd/identity/address_tries.hpp"
#include "reviewd/identity/breaker.hpp"
#include "reviewd/identity/guesses.hpp"
#include "reviewd/settings/sign_in_limits.hpp"

namespace reviewd {

/// Somebody tries to sign in, or to show again who they are.
struct SignInTry {
  std::string person;   ///< whose secret is tried; another secret of the same person goes by another name
  std::string device;   ///< the browser, if it is known as that person's; empty for a stranger
  std::string address;  ///< of the other end
};

/// Slows down guessing, and never locks anybody out. A browser that is known as the person's has a counter of its own:
/// what strangers try, from wherever and however often, does not slow it down.
class SignInGate {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  explicit SignInGate(const SignInLimits& limits);

  /// How long to wait before the try; zero if it may be made now, which counts as wrong until it is `right`.
  [[nodiscard]] std::chrono::seconds begin(const SignInTry& attempt, Instant now);
  void right(const SignInTry& attempt);

 private:
  [[nodiscard]] bool is_spared(const std::string& address) const;

  const bool spare_loopback_;
  AddressTries addresses_;
  Breaker breaker_;
  Guesses strangers_;
  Guesses known_;
};

}  // namespace reviewd
