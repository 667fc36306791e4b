#include "libreview/store/typed_code.hpp"

#include <array>
#include <cstdint>

namespace review {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t code_letters = 16;
constexpr std::size_t group = 4;

/// As it was given out, without what people put between.
std::string plain(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

}  // namespace

std::string new_typed_code(Random& random) {
  std::array<std::uint8_t, code_letters> bytes{};
  random.fill(bytes);
  std::string code;
  for (std::size_t i = 0; i < code_letters; ++i) {
    if (i > 0 && i % group == 0) code += '-';
    code += letters[bytes[i] % letters.size()];
  }
  return code;
}

Digest typed_code_digest(std::string_view use, std::string_view typed) { return sha256({use, " ", plain(typed)}); }

}  // namespace review
