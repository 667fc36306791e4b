#include "reviewd/identity/oidc/pending_sign_ons.hpp"

#include <sodium.h>

#include <array>

#include "libreview/store/digest.hpp"
#include "reviewd/identity/oidc/base64url.hpp"

namespace reviewd {

std::string challenge_of(const std::string& verifier) { return base64url(review::sha256({verifier})); }

std::string PendingSignOns::secret() {
  std::array<std::uint8_t, 32> bytes{};
  random_.fill(bytes);
  return base64url(bytes);
}

void PendingSignOns::forget_proof_of(const std::string& session) {
  for (auto each = by_age_.begin(); each != by_age_.end();) {
    const auto held = by_state_.find(each->second);
    if (held->second.pending.goal.session != session) {
      ++each;
      continue;
    }
    by_state_.erase(held);
    each = by_age_.erase(each);
  }
}

PendingSignOn PendingSignOns::begin(SignOnGoal goal, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (goal.is_proof()) forget_proof_of(goal.session);
  while (!by_age_.empty() && (by_age_.size() >= most || now - by_age_.begin()->first >= life)) {
    by_state_.erase(by_age_.begin()->second);
    by_age_.erase(by_age_.begin());
  }
  PendingSignOn pending{secret(), secret(), secret(), secret(), std::move(goal)};
  by_age_.emplace(now, pending.state);
  by_state_.emplace(pending.state, Held{pending, now});
  return pending;
}

std::optional<PendingSignOn> PendingSignOns::take(const std::string& cookie, const std::string& state,
                                                  Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = by_state_.find(state);
  if (found == by_state_.end()) return std::nullopt;
  const auto held = std::move(found->second);
  by_state_.erase(found);
  const auto [from, to] = by_age_.equal_range(held.begun);
  for (auto each = from; each != to; ++each) {
    if (each->second != state) continue;
    by_age_.erase(each);
    break;
  }
  const auto& kept = held.pending.cookie;
  const bool same = cookie.size() == kept.size() && sodium_memcmp(cookie.data(), kept.data(), kept.size()) == 0;
  if (!same || now - held.begun >= life) return std::nullopt;
  return held.pending;
}

}  // namespace reviewd
