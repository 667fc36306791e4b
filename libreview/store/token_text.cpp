#include "libreview/store/token_text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "libreview/store/digest.hpp"
#include "libreview/store/random_id.hpp"

namespace review {
namespace {

constexpr std::string_view prefix = "rvw_";
constexpr std::size_t id_size = 8;
constexpr std::size_t secret_size = 43;
constexpr std::size_t check_size = 6;

std::string base64url(std::span<const std::uint8_t> bytes) {
  constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the zero byte that the library counts
  return text;
}

std::string check_of(std::string_view text) {
  std::uint32_t crc = 0xffffffff;
  for (const auto letter : text) {
    crc ^= static_cast<std::uint8_t>(letter);
    for (auto bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
  }
  crc = ~crc;
  const std::array<std::uint8_t, 4> bytes{static_cast<std::uint8_t>(crc >> 24), static_cast<std::uint8_t>(crc >> 16),
                                          static_cast<std::uint8_t>(crc >> 8), static_cast<std::uint8_t>(crc)};
  return base64url(bytes);
}

std::string unchecked(const TokenText& text) { return std::string(prefix) + text.id + "_" + text.secret + "_"; }

bool base64url_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_';
  });
}

}  // namespace

TokenText new_token_text(Random& random) {
  std::array<std::uint8_t, 32> secret{};
  random.fill(secret);
  return {random_id(random, id_size), base64url(secret)};
}

std::string token_line(const TokenText& text) { return unchecked(text) + check_of(unchecked(text)); }

std::optional<TokenText> parse_token(std::string_view line) {
  constexpr auto secret_at = prefix.size() + id_size + 1;
  if (line.size() != secret_at + secret_size + 1 + check_size || !line.starts_with(prefix)) return std::nullopt;
  TokenText text{std::string(line.substr(prefix.size(), id_size)), std::string(line.substr(secret_at, secret_size))};
  if (!base64url_letters(text.id) || !base64url_letters(text.secret) || token_line(text) != line) return std::nullopt;
  return text;
}

bool is_kept(std::string_view kept, std::string_view secret) {
  const auto digest = sha256({secret});
  const std::string held = kept.size() == digest.size() ? std::string(kept) : std::string(digest.size(), '\0');
  return sodium_memcmp(held.data(), digest.data(), digest.size()) == 0 && kept.size() == digest.size();
}

}  // namespace review
