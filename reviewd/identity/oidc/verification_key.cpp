#include "reviewd/identity/oidc/verification_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>

#include "reviewd/base/text_of.hpp"
#include "reviewd/identity/oidc/base64url.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int least_bits = 2048;
constexpr int most_bits = 8192;
constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t most_exponent_bytes = 8;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* held) const {
    Free(held);
  }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;

std::optional<std::string> bytes_of(const json::object& key, std::string_view name) {
  auto bytes = base64url_decoded(text_of(key, name));
  return bytes && !bytes->empty() ? bytes : std::nullopt;
}

Number number_of(const std::string& bytes) {
  return Number(
      BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
}

std::shared_ptr<EVP_PKEY> made(const char* type, OSSL_PARAM_BLD* builder) {
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
  EVP_PKEY* raw = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    return nullptr;
  }
  std::shared_ptr<EVP_PKEY> key(raw, EVP_PKEY_free);
  const Context check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  return check && EVP_PKEY_public_check(check.get()) == 1 ? key : nullptr;
}

std::shared_ptr<EVP_PKEY> rsa(const json::object& key) {
  const auto n = bytes_of(key, "n");
  const auto e = bytes_of(key, "e");
  if (!n || !e || n->size() > most_bits / 8 || e->size() > most_exponent_bytes) return nullptr;
  const auto modulus = number_of(*n);
  const auto exponent = number_of(*e);
  const Builder builder(OSSL_PARAM_BLD_new());
  if (!modulus || !exponent || !builder || BN_num_bits(modulus.get()) < least_bits || BN_is_one(exponent.get()) ||
      !BN_is_odd(exponent.get())) {
    return nullptr;
  }
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
  return made("RSA", builder.get());
}

std::shared_ptr<EVP_PKEY> point(const json::object& key) {
  const auto x = bytes_of(key, "x");
  const auto y = bytes_of(key, "y");
  const Builder builder(OSSL_PARAM_BLD_new());
  if (!builder || !x || !y || x->size() != coordinate_bytes || y->size() != coordinate_bytes) return nullptr;
  const auto uncompressed = "\x04" + *x + *y;
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, uncompressed.data(), uncompressed.size());
  return made("EC", builder.get());
}

/// Whether the key may verify signatures made in this way, by what it says of itself.
bool is_meant_for(const json::object& key, std::string_view algorithm) {
  const auto says = [&](std::string_view name, std::string_view wanted) {
    return !key.contains(name) || text_of(key, name) == wanted;
  };
  if (!says("use", "sig") || !says("alg", algorithm)) return false;
  const auto* deeds = key.if_contains("key_ops");
  return deeds == nullptr ||
         (deeds->is_array() && std::any_of(deeds->get_array().begin(), deeds->get_array().end(),
                                           [](const json::value& deed) { return deed == json::string("verify"); }));
}

std::optional<VerificationKey> read_key(const json::object& key) {
  const auto type = text_of(key, "kty");
  if (type == "RSA" && is_meant_for(key, "RS256")) {
    if (auto made_key = rsa(key)) return VerificationKey{text_of(key, "kid"), Signing::rs256, std::move(made_key)};
  }
  if (type == "EC" && text_of(key, "crv") == "P-256" && is_meant_for(key, "ES256")) {
    if (auto made_key = point(key)) return VerificationKey{text_of(key, "kid"), Signing::es256, std::move(made_key)};
  }
  return std::nullopt;
}

}  // namespace

review::Result<std::vector<VerificationKey>> read_key_set(const json::value& set) {
  const auto* object = set.if_object();
  const auto* list = object == nullptr ? nullptr : object->if_contains("keys");
  if (list == nullptr || !list->is_array()) {
    return review::refuse(review::Code::malformed, "The keys of the provider are no key set.");
  }
  std::vector<VerificationKey> keys;
  for (const auto& each : list->get_array()) {
    if (!each.is_object()) continue;
    if (auto key = read_key(each.get_object())) keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace reviewd
