#include "reviewd/identity/password_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <stdexcept>
#include <vector>

#include "libreview/base/embedded.hpp"
#include "libreview/store/digest.hpp"

namespace reviewd {
namespace {

using review::Code;

constexpr std::size_t fewest_letters = 5;
constexpr std::size_t shortest_part = 3;
/// Of a common password as many bytes of its SHA-256 are compiled in, sorted: see common-passwords.mjs.
constexpr std::size_t kept_bytes = 6;

/// What anybody would try here.
constexpr std::array<std::string_view, 16> expected_words = {
    "safeguarding", "administrator", "coordinator", "partnership", "learning", "password", "children", "council",
    "reviews",      "review",        "service",     "letmein",     "welcome",  "qwerty",   "123456",   "panel"};

/// Characters, not bytes.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string without(std::string text, std::string_view word) {
  if (word.empty()) return text;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
  return text;
}

/// The person's name, and the parts of it that are long enough to be a word.
std::vector<std::string_view> names_of(std::string_view person) {
  std::vector<std::string_view> names{person};
  while (!person.empty()) {
    const auto end = std::min(person.find('-'), person.size());
    if (end >= shortest_part) names.push_back(person.substr(0, end));
    person.remove_prefix(std::min(end + 1, person.size()));
  }
  return names;
}

bool is_listed(const std::string& password) {
  static const auto list = [] {
    const auto bytes = review::embedded("identity/common-passwords.bin");
    if (!bytes || bytes->empty() || bytes->size() % kept_bytes != 0) {
      throw std::logic_error("the list of common passwords is not compiled in");
    }
    return *bytes;
  }();
  const auto digest = review::sha256({password});
  const auto wanted = review::as_text(digest).substr(0, kept_bytes);
  std::size_t first = 0;
  for (auto left = list.size() / kept_bytes; left > 0;) {
    const auto half = left / 2;
    const auto here = list.substr((first + half) * kept_bytes, kept_bytes);
    if (here == wanted) return true;
    if (here < wanted) {
      first += half + 1;
      left -= half + 1;
    } else {
      left = half;
    }
  }
  return false;
}

bool is_easy(std::string_view password, std::string_view person) {
  if (is_common_password(password)) return true;
  auto rest = lower(password);
  for (const auto name : names_of(person)) rest = without(std::move(rest), name);
  for (const auto word : expected_words) rest = without(std::move(rest), word);
  return std::set<char>(rest.begin(), rest.end()).size() < fewest_letters;
}

}  // namespace

std::size_t shortest_password_of(review::Role role) {
  return role == review::Role::administrator ? shortest_administrator_password : shortest_password;
}

bool is_common_password(std::string_view password) {
  const auto typed = lower(password);
  const auto joined = without(typed, " ");
  auto bare = joined;
  while (!bare.empty() && std::isalpha(static_cast<unsigned char>(bare.back())) == 0) bare.pop_back();
  return is_listed(typed) || is_listed(joined) || is_listed(bare);
}

review::Result<void> check_password(std::string_view password, std::string_view person, std::size_t shortest) {
  const auto length = length_of(password);
  if (length < shortest) {
    return review::refuse(Code::malformed, fmt::format("Use {} characters or more.", shortest));
  }
  if (length > longest_password) {
    return review::refuse(Code::malformed, fmt::format("Use {} characters or fewer.", longest_password));
  }
  if (is_easy(password, person)) {
    return review::refuse(Code::malformed, "This password is easy to guess. Use three random words.");
  }
  return {};
}

}  // namespace reviewd
