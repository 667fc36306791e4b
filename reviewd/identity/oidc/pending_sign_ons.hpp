#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "libreview/store/random.hpp"
#include "reviewd/identity/oidc/sign_on_goal.hpp"

namespace reviewd {

/// A sign-on that has begun here and goes on at the provider.
struct PendingSignOn {
  std::string cookie{};    ///< what the browser that began it holds
  std::string state{};     ///< what the provider gives back
  std::string nonce{};     ///< what its token must hold
  std::string verifier{};  ///< of PKCE (RFC 7636)
  SignOnGoal goal{};
};

/// Those sign-ons, in memory: ten minutes each, ten thousand at most (the oldest goes first). From any thread.
class PendingSignOns {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::minutes life{10};
  static constexpr std::size_t most = 10'000;

  explicit PendingSignOns(review::Random& random) : random_(random) {}

  /// A new one; its secrets are random, 256 bits each. Of a session's proofs only the newest waits, so that no more
  /// than one form is held for each session.
  [[nodiscard]] PendingSignOn begin(SignOnGoal goal, Clock::time_point now);
  /// The one that this browser began, which is over with this; nothing if the state is unknown, used, too old, or of
  /// another browser. A state that came once does not come again, whoever brings it.
  [[nodiscard]] std::optional<PendingSignOn> take(const std::string& cookie, const std::string& state,
                                                  Clock::time_point now);

 private:
  struct Held {
    PendingSignOn pending;
    Clock::time_point begun;
  };
  [[nodiscard]] std::string secret();
  void forget_proof_of(const std::string& session);

  review::Random& random_;
  std::mutex mutex_;
  std::map<std::string, Held> by_state_;
  std::multimap<Clock::time_point, std::string> by_age_;
};

/// What the provider is told of a verifier: its SHA-256 as base64url.
[[nodiscard]] std::string challenge_of(const std::string& verifier);

}  // namespace reviewd
