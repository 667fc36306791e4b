#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <string>

#include "reviewd/identity/oidc/verification_key.hpp"

namespace oidc_test {

/// Parts of a token as the wire has them.
[[nodiscard]] std::string encoded(const std::string& bytes);
[[nodiscard]] std::string encoded(const boost::json::object& object);

/// A key pair of a provider, or of somebody who would like to be one.
class SigningKey {
 public:
  SigningKey(reviewd::Signing signing, std::string kid);

  /// The public half as a JSON Web Key.
  [[nodiscard]] boost::json::object jwk() const;
  /// The public half as PEM.
  [[nodiscard]] std::string pem() const;
  /// `{"alg":…,"kid":…,"typ":"JWT"}`.
  [[nodiscard]] boost::json::object header() const;
  /// The signature as JWS has it.
  [[nodiscard]] std::string signature(const std::string& input) const;
  /// What OpenSSL makes: of a point of a curve, DER.
  [[nodiscard]] std::string raw_signature(const std::string& input) const;
  [[nodiscard]] std::string token(const std::string& head, const std::string& payload) const;
  [[nodiscard]] std::string token(const boost::json::object& head, const boost::json::object& claims) const;

 private:
  reviewd::Signing signing_;
  std::string kid_;
  std::shared_ptr<EVP_PKEY> key_;
};

/// HMAC with SHA-256.
[[nodiscard]] std::string hmac(const std::string& key, const std::string& input);

}  // namespace oidc_test
