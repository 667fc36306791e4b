#pragma once

#include <openssl/types.h>

#include <boost/json/value.hpp>
#include <memory>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"

namespace reviewd {

/// The two ways of signing that are taken (RFC 7518, 3.3 and 3.4).
enum class Signing { rs256, es256 };

/// A public key that an identity provider signs with.
struct VerificationKey {
  std::string kid;  ///< empty where it has none
  Signing signing;
  std::shared_ptr<EVP_PKEY> key;
};

/// The keys of a JSON Web Key Set (RFC 7517): RSA of 2048 to 8192 bits, and points of P-256. Left out is what is for
/// something else (`use`, `key_ops`, `alg`, other types and curves) and what is no good key. `malformed` for what is no
/// set.
[[nodiscard]] review::Result<std::vector<VerificationKey>> read_key_set(const boost::json::value& set);

}  // namespace reviewd
