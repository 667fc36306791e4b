#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/identity/oidc/verification_key.hpp"

namespace reviewd {

/// A longer one is refused unread.
inline constexpr std::size_t longest_jws = 16 * 1024;

/// A compact JSON Web Signature (RFC 7515) that was taken apart. Nothing of it is to be believed before
/// `has_signature`.
struct Jws {
  Signing signing;
  std::string kid;      ///< empty where it names none
  std::string type;     ///< `typ`, in lower case; empty where it has none
  std::string payload;  ///< the bytes that were signed
  std::string signing_input;
  std::string signature;
};

/// Takes it apart. `unauthenticated` for anything but three parts of base64url without padding, of which the first is
/// an object without duplicate keys; for any algorithm but RS256 and ES256; for `crit` and `b64`; and for a header that
/// brings its own key or says where it is (`jwk`, `jku`, `x5u`, `x5c`): keys come from the provider alone.
[[nodiscard]] review::Result<Jws> read_jws(std::string_view compact);

/// The key that it names, among those that are for its way of signing; without a name, the only one. Null if there is
/// none, or more than one.
[[nodiscard]] const VerificationKey* key_of(const Jws& jws, const std::vector<VerificationKey>& keys);

/// Whether it was signed with the key.
[[nodiscard]] bool has_signature(const Jws& jws, const VerificationKey& key);

}  // namespace reviewd
