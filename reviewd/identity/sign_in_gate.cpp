#include "reviewd/identity/sign_in_gate.hpp"

#include "reviewd/base/options.hpp"

namespace reviewd {
namespace {

std::string known_as(const SignInTry& attempt) { return attempt.person + "\n" + attempt.device; }

}  // namespace

SignInGate::SignInGate(const SignInLimits& limits)
    : spare_loopback_(limits.spare_loopback),
      addresses_(limits.address_burst, limits.address_per_minute),
      breaker_(limits.wrong_per_minute) {}

bool SignInGate::is_spared(const std::string& address) const { return spare_loopback_ && is_loopback(address); }

std::chrono::seconds SignInGate::begin(const SignInTry& attempt, Instant now) {
  if (!attempt.device.empty()) return known_.begin(known_as(attempt), now);
  // The address first, so that nobody fills the table of names from one.
  if (!is_spared(attempt.address)) {
    if (const auto wait = addresses_.take(attempt.address, now); wait.count() > 0) return wait;
  }
  if (const auto wait = strangers_.begin(attempt.person, now); wait.count() > 0) return wait;
  return breaker_.take(now);
}

void SignInGate::right(const SignInTry& attempt) {
  if (!attempt.device.empty()) return known_.right(known_as(attempt));
  strangers_.right(attempt.person);
  if (!is_spared(attempt.address)) addresses_.give_back(attempt.address);
  breaker_.right();
}

}  // namespace reviewd
