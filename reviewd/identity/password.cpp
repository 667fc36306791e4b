#include "reviewd/identity/password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <new>
#include <set>

namespace reviewd {
namespace {

using review::Code;

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{64} * 1024 * 1024;
constexpr std::size_t fewest_letters = 5;

/// Characters, not bytes.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// The password without a word that anybody would try.
std::string without(std::string text, std::string_view word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
  return text;
}

}  // namespace

review::Result<void> check_password(std::string_view password, std::string_view person) {
  const auto length = length_of(password);
  if (length < shortest_password) return review::refuse(Code::malformed, "Use 12 characters or more.");
  if (length > longest_password) return review::refuse(Code::malformed, "Use 128 characters or fewer.");
  auto rest = lower(password);
  for (const auto word :
       {person, std::string_view("password"), std::string_view("safeguarding"), std::string_view("review"),
        std::string_view("letmein"), std::string_view("qwerty"), std::string_view("123456")}) {
    rest = without(std::move(rest), word);
  }
  if (std::set<char>(rest.begin(), rest.end()).size() < fewest_letters) {
    return review::refuse(Code::malformed, "This password is easy to guess. Use three random words.");
  }
  return {};
}

std::string password_digest(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), passes, memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return text.data();
}

bool is_password(std::string_view password, const std::string& digest) {
  static const std::string nobodys = password_digest("the password of nobody at all");
  const bool same =
      crypto_pwhash_str_verify((digest.empty() ? nobodys : digest).c_str(), password.data(), password.size()) == 0;
  return same && !digest.empty();
}

}  // namespace reviewd
