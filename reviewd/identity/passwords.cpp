#include "reviewd/identity/passwords.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

#include "libreview/store/digest.hpp"

namespace reviewd {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{64} * 1024 * 1024;
constexpr std::string_view of_pepper = "pepper=";

std::string slow_digest(std::string_view text) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), text.data(), text.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return out.data();
}

/// What libsodium knows of a digest: without our mark.
std::string bare(const std::string& digest) {
  return digest.starts_with(of_pepper) ? digest.substr(std::min(digest.find('$'), digest.size())) : digest;
}

}  // namespace

Passwords::Passwords(std::string pepper) : pepper_(std::move(pepper)) {
  if (!pepper_.empty()) {
    mark_ = std::string(of_pepper) + review::to_hex(review::sha256({"mark of the pepper ", pepper_})).substr(0, 8);
  }
  nobodys_ = slow_digest(peppered("the password of nobody at all"));
}

std::string Passwords::peppered(std::string_view password) const {
  if (pepper_.empty()) return std::string(password);
  std::array<std::uint8_t, crypto_generichash_BYTES_MAX> key{};
  std::array<std::uint8_t, crypto_generichash_BYTES> out{};
  const auto bytes = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
  // The pepper may be longer than a key of BLAKE2b.
  crypto_generichash(key.data(), key.size(), bytes(pepper_), pepper_.size(), nullptr, 0);
  crypto_generichash(out.data(), out.size(), bytes(password), password.size(), key.data(), key.size());
  return review::to_hex(out);
}

std::string Passwords::digest(std::string_view password) const { return mark_ + slow_digest(peppered(password)); }

bool Passwords::is(std::string_view password, const std::string& digest) const {
  ++compared_;
  const bool marked = digest.starts_with(of_pepper);
  const bool known = !digest.empty() && (!marked || (!mark_.empty() && digest.starts_with(mark_ + "$")));
  const auto wanted = known ? bare(digest) : nobodys_;
  const auto given = known && !marked ? std::string(password) : peppered(password);
  return crypto_pwhash_str_verify(wanted.c_str(), given.data(), given.size()) == 0 && known;
}

bool Passwords::is_old(const std::string& digest) const {
  const bool ours = mark_.empty() ? !digest.starts_with(of_pepper) : digest.starts_with(mark_ + "$");
  return !ours || crypto_pwhash_str_needs_rehash(bare(digest).c_str(), passes, memory) != 0;
}

}  // namespace reviewd
