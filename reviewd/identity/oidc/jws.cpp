#include "reviewd/identity/oidc/jws.hpp"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/identity/oidc/base64url.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse;

constexpr std::size_t ecdsa_coordinate_bytes = 32;

auto no_good_jws(std::string_view says) { return refuse(Code::unauthenticated, std::string(says)); }

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// The raw `r ‖ s` of RFC 7518 as the DER that OpenSSL reads; empty if it has another length.
std::string as_der(const std::string& raw) {
  if (raw.size() != 2 * ecdsa_coordinate_bytes) return {};
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(ECDSA_SIG_new(), ECDSA_SIG_free);
  BIGNUM* const r = BN_bin2bn(bytes(raw), ecdsa_coordinate_bytes, nullptr);
  BIGNUM* const s = BN_bin2bn(bytes(raw) + ecdsa_coordinate_bytes, ecdsa_coordinate_bytes, nullptr);
  if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
    BN_free(r);
    BN_free(s);
    return {};
  }
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(signature.get(), &der);
  if (size <= 0) return {};
  std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return text;
}

/// A text of the header; empty if absent. False in `good` if it is something else.
std::string header_text(const json::object& header, std::string_view name, bool& good) {
  const auto* value = header.if_contains(name);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    good = false;
    return {};
  }
  return std::string(std::string_view(value->get_string()));
}

}  // namespace

review::Result<Jws> read_jws(std::string_view compact) {
  if (compact.size() > longest_jws) return no_good_jws("The token is too long.");
  const auto first = compact.find('.');
  const auto second = first == std::string_view::npos ? first : compact.find('.', first + 1);
  if (second == std::string_view::npos || compact.find('.', second + 1) != std::string_view::npos) {
    return no_good_jws("The token has not three parts.");
  }
  const auto head = base64url_decoded(compact.substr(0, first));
  auto payload = base64url_decoded(compact.substr(first + 1, second - first - 1));
  auto signature = base64url_decoded(compact.substr(second + 1));
  if (!head || !payload || !signature) return no_good_jws("A part of the token is not base64url.");
  const auto parsed = review::parse_json(*head);
  if (!parsed || !parsed->is_object()) return no_good_jws("The header of the token is not an object.");
  const auto& header = parsed->get_object();
  for (const char* name : {"crit", "b64", "jwk", "jku", "x5u", "x5c"}) {
    if (header.contains(name)) return no_good_jws("The header of the token asks for what is not done here.");
  }
  bool good = true;
  const auto algorithm = header_text(header, "alg", good);
  auto kid = header_text(header, "kid", good);
  auto type = header_text(header, "typ", good);
  if (!good) return no_good_jws("The header of the token is of the wrong kind.");
  if (algorithm != "RS256" && algorithm != "ES256")
    return no_good_jws("The token is signed in a way that is not taken.");
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
  return Jws{algorithm == "RS256" ? Signing::rs256 : Signing::es256,
             std::move(kid),
             std::move(type),
             std::move(*payload),
             std::string(compact.substr(0, second)),
             std::move(*signature)};
}

const VerificationKey* key_of(const Jws& jws, const std::vector<VerificationKey>& keys) {
  const VerificationKey* found = nullptr;
  for (const auto& key : keys) {
    if (key.signing != jws.signing || (!jws.kid.empty() && key.kid != jws.kid)) continue;
    if (found != nullptr) return nullptr;
    found = &key;
  }
  return found;
}

bool has_signature(const Jws& jws, const VerificationKey& key) {
  if (key.signing != jws.signing) return false;
  const auto signature = jws.signing == Signing::es256 ? as_der(jws.signature) : jws.signature;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  return context && !signature.empty() &&
         EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(jws.signing_input),
                          jws.signing_input.size()) == 1;
}

}  // namespace reviewd
