#include "tests/unit/oidc_support.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <boost/json/serialize.hpp>
#include <stdexcept>
#include <vector>

#include "reviewd/identity/oidc/base64url.hpp"

namespace oidc_test {
namespace {

namespace json = boost::json;
using reviewd::Signing;

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string number(EVP_PKEY* key, const char* name, int least = 0) {
  BIGNUM* value = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &value) != 1) throw std::runtime_error(name);
  std::vector<unsigned char> out(static_cast<std::size_t>(std::max(BN_num_bytes(value), least)));
  BN_bn2binpad(value, out.data(), static_cast<int>(out.size()));
  BN_free(value);
  return reviewd::base64url(out);
}

}  // namespace

std::string encoded(const std::string& text) { return reviewd::base64url({bytes(text), text.size()}); }
std::string encoded(const json::object& object) { return encoded(json::serialize(object)); }

SigningKey::SigningKey(Signing signing, std::string kid)
    : signing_(signing),
      kid_(std::move(kid)),
      key_(signing == Signing::rs256 ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"), EVP_PKEY_free) {}

json::object SigningKey::jwk() const {
  json::object key{{"kid", kid_}, {"use", "sig"}};
  if (signing_ == Signing::rs256) {
    key["kty"] = "RSA";
    key["n"] = number(key_.get(), OSSL_PKEY_PARAM_RSA_N);
    key["e"] = number(key_.get(), OSSL_PKEY_PARAM_RSA_E);
  } else {
    key["kty"] = "EC";
    key["crv"] = "P-256";
    key["x"] = number(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32);
    key["y"] = number(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32);
  }
  return key;
}

std::string SigningKey::pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_PUBKEY(out.get(), key_.get());
  char* text = nullptr;
  const auto size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

json::object SigningKey::header() const {
  return {{"alg", signing_ == Signing::rs256 ? "RS256" : "ES256"}, {"kid", kid_}, {"typ", "JWT"}};
}

std::string SigningKey::raw_signature(const std::string& input) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::size_t size = 0;
  EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
  EVP_DigestSign(context.get(), nullptr, &size, bytes(input), input.size());
  std::string out(size, '\0');
  EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes(input), input.size());
  out.resize(size);
  return out;
}

std::string SigningKey::signature(const std::string& input) const {
  const auto der = raw_signature(input);
  if (signing_ == Signing::rs256) return der;
  const auto* at = bytes(der);
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> both(
      d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), ECDSA_SIG_free);
  std::string raw(64, '\0');
  auto* const out = reinterpret_cast<unsigned char*>(raw.data());
  BN_bn2binpad(ECDSA_SIG_get0_r(both.get()), out, 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(both.get()), out + 32, 32);
  return raw;
}

std::string SigningKey::token(const std::string& head, const std::string& payload) const {
  const auto input = encoded(head) + "." + encoded(payload);
  return input + "." + encoded(signature(input));
}

std::string SigningKey::token(const json::object& head, const json::object& claims) const {
  return token(json::serialize(head), json::serialize(claims));
}

std::string hmac(const std::string& key, const std::string& input) {
  std::string out(32, '\0');
  unsigned int size = 32;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(input), input.size(),
       reinterpret_cast<unsigned char*>(out.data()), &size);
  return out;
}

}  // namespace oidc_test
