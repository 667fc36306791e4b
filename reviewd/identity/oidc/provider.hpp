#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/identity/oidc/fetch.hpp"
#include "reviewd/identity/oidc/id_token.hpp"
#include "reviewd/identity/oidc/jws.hpp"
#include "reviewd/settings/sign_on_config.hpp"

namespace reviewd {

/// The configured identity provider: where it is, its keys, and what it says of somebody. From any thread; what it asks
/// of the provider takes its time.
///
/// What the provider publishes is kept for a day. A token that names a key which is not there has the keys read again,
/// once a minute at most. Every address that the provider names must be on its own host.
class Provider {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::hours kept_for{24};
  static constexpr std::chrono::minutes asked_again_after{1};

  /// One sign-on, as the browser brings it back.
  struct Return {
    std::string code;
    std::string issuer;    ///< what the answer says it is from (RFC 9207); empty if it says nothing
    std::string verifier;  ///< of PKCE
    std::string nonce;
    std::optional<review::Instant> since{};  ///< the person must have signed on there since then
  };

  /// `clock` says how old is what was read.
  explicit Provider(SignOnConfig config, std::function<Clock::time_point()> clock = Clock::now)
      : config_(std::move(config)), clock_(std::move(clock)) {}

  /// Where people are asked to sign on. `busy` if the provider does not answer, `unauthenticated` if what it publishes
  /// is not of this issuer or leads elsewhere.
  [[nodiscard]] review::Result<std::string> authorization_endpoint();
  /// Takes the code to the provider and reads the token that it gives.
  [[nodiscard]] review::Result<SignedOn> redeem(const Return& back, review::Instant now);
  /// Whom a token is of: the signature by the provider's keys, then what it says.
  [[nodiscard]] review::Result<SignedOn> verify(const std::string& token, const std::string& nonce, review::Instant now,
                                                std::optional<review::Instant> since = std::nullopt);
  /// What is under way ends soon.
  void stop() { fetch_.stop(); }

 private:
  struct Published {
    std::string authorization;
    std::string token;
    std::string keys;
    bool names_itself = false;  ///< it says in each answer from whom that is
  };
  struct KeySet {
    std::vector<VerificationKey> keys{};
    Clock::time_point read{};
    Clock::time_point tried{};
  };

  [[nodiscard]] review::Result<Published> published();
  [[nodiscard]] review::Result<Published> read_published() const;
  [[nodiscard]] review::Result<std::vector<VerificationKey>> read_keys();
  /// The keys, if `jws` names one of them; else read again where that is due.
  [[nodiscard]] review::Result<std::vector<VerificationKey>> keys_for(const Jws& jws);

  SignOnConfig config_;
  std::function<Clock::time_point()> clock_;
  Fetch fetch_;
  std::mutex mutex_;
  Published published_{};
  Clock::time_point published_at_{};
  KeySet set_{};
};

}  // namespace reviewd
