#include "reviewd/delivery/webhook_signature.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <span>

namespace reviewd {
namespace {

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t secret_bytes = 32;
constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string base64(std::span<const unsigned char> from) {
  std::string text(sodium_base64_encoded_len(from.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), from.data(), from.size(), variant);
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t length = 0;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                                       text.size(), nullptr, &length, nullptr, variant);
  if (failed != 0 || length == 0) return std::nullopt;
  out.resize(length);
  return out;
}

}  // namespace

std::string new_webhook_secret(review::Random& random) {
  std::array<std::uint8_t, secret_bytes> secret{};
  random.fill(secret);
  return std::string(secret_prefix) + base64(secret);
}

std::optional<std::string> webhook_signature(std::string_view secret, std::string_view id, std::string_view timestamp,
                                             std::string_view body) {
  if (!secret.starts_with(secret_prefix)) return std::nullopt;
  const auto key = from_base64(secret.substr(secret_prefix.size()));
  if (!key) return std::nullopt;
  crypto_auth_hmacsha256_state state{};
  crypto_auth_hmacsha256_init(&state, bytes(*key), key->size());
  for (const std::string_view part : {id, std::string_view("."), timestamp, std::string_view("."), body}) {
    crypto_auth_hmacsha256_update(&state, bytes(part), part.size());
  }
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
  crypto_auth_hmacsha256_final(&state, code.data());
  return "v1," + base64(code);
}

}  // namespace reviewd
