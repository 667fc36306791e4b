#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/calendar/instant.hpp"

namespace reviewd {

/// How far the provider's clock may be from ours.
inline constexpr std::chrono::seconds clock_skew{60};
/// How long ago a token may have been made: it is for one sign-on, which lasts no longer.
inline constexpr std::chrono::minutes longest_sign_on{10};

/// What an ID token must say to be taken.
struct ExpectedClaims {
  std::string issuer;
  std::string client;
  std::string nonce;
  std::set<std::string> tenants{};         ///< of Entra ID; empty: none is asked for
  std::set<std::string> second_factors{};  ///< values of `amr` that count as one
  /// The person must have signed on there since then, by `auth_time`; absent: whenever it was.
  std::optional<review::Instant> since{};
};

/// Who signed on, in the provider's words. Never a name or a mail address: those change hands.
struct SignedOn {
  std::string issuer;
  std::string subject;  ///< `sub`; where tenants are listed `tid/oid`, which is the same for every client
  bool second_factor = false;
};

/// Reads the payload of an ID token whose signature was verified (OpenID Connect Core, 3.1.3.7). `unauthenticated`
/// unless issuer, audience, authorised party, times, nonce and tenant all agree; the words of the refusal are fixed and
/// hold nothing of the token.
[[nodiscard]] review::Result<SignedOn> read_id_token(std::string_view payload, const ExpectedClaims& expected,
                                                     review::Instant now);

}  // namespace reviewd
