#include "reviewd/identity/totp.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds step_length{30};
constexpr std::uint32_t modulus = 1000000;
constexpr std::size_t secret_bytes = 20;
constexpr std::string_view service = "Learning reviews";

std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, const std::array<std::uint8_t, 8>& message) {
  std::array<std::uint8_t, 20> out{};
  unsigned int length = 0;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), out.data(), &length) ==
          nullptr ||
      length != out.size()) {
    throw std::runtime_error("HMAC-SHA-1 failed");
  }
  return out;
}

bool same(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace

std::int64_t totp_step(review::Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch() / step_length;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
  std::array<std::uint8_t, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) {
    counter[counter.size() - 1 - i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (8 * i));
  }
  const auto mac = hmac_sha1(secret, counter);
  const std::size_t at = mac.back() & 0x0FU;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(mac[at + i]); };
  const auto number = ((byte(0) & 0x7FU) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
  return fmt::format("{:06}", number % modulus);
}

std::optional<std::int64_t> totp_step_of(std::string_view typed, std::string_view secret, review::Instant now,
                                         std::int64_t last) {
  std::string digits;
  for (const char c : typed) {
    if (c != ' ') digits += c;
  }
  std::optional<std::int64_t> found;
  const auto current = totp_step(now);
  for (auto step = current - 1; step <= current + 1; ++step) {
    if (same(digits, totp_code(secret, step)) && step > last && !found) found = step;
  }
  return found;
}

std::string new_totp_secret(review::Random& random) {
  std::array<std::uint8_t, secret_bytes> bytes{};
  random.fill(bytes);
  return {bytes.begin(), bytes.end()};
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8) | static_cast<std::uint8_t>(c);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += letters[(held >> bits) & 31U];
    }
    held &= (1U << bits) - 1;
  }
  if (bits > 0) out += letters[(held << (5 - bits)) & 31U];
  return out;
}

std::string in_groups(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += ' ';
    out += text[i];
  }
  return out;
}

std::string totp_address(std::string_view secret, std::string_view person) {
  const auto issuer = percent_encoded(service);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30", issuer,
                     percent_encoded(person), base32(secret), issuer);
}

}  // namespace reviewd
