#include "libreview/vocabulary/reference_of_name.hpp"

#include <array>

namespace review {
namespace {

constexpr std::size_t longest = 40;

/// U+00C0 to U+00FF without their marks; a hyphen for what is no letter.
constexpr std::array<std::string_view, 64> latin{
    "a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e",  "e", "e", "i", "i", "i", "i", "d",  "n", "o",  "o", "o", "o",
    "o", "-", "o", "u", "u", "u", "u",  "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e", "e",
    "i", "i", "i", "i", "d", "n", "o",  "o", "o",  "o",  "o", "-", "o", "u", "u", "u", "u",  "y", "th", "y"};

/// One letter of the name, as it stands in a reference, and how many bytes it has. Nothing stands for an apostrophe.
struct Letter {
  std::string_view words;
  std::size_t bytes;
};

Letter letter_at(std::string_view name, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < name.size() ? static_cast<unsigned char>(name[at + offset]) : 0U;
  };
  const auto first = byte(0);
  if (first == '\'') return {"", 1};
  if (first == 0xE2 && byte(1) == 0x80 && (byte(2) == 0x98 || byte(2) == 0x99)) return {"", 3};
  if (first == 0xC3 && byte(1) >= 0x80 && byte(1) <= 0xBF) return {latin[byte(1) - 0x80], 2};
  if (first >= 0x80) return {"-", 1};
  return {name.substr(at, 1), 1};
}

}  // namespace

std::string reference_of_name(std::string_view name) {
  std::string reference;
  for (std::size_t at = 0; at < name.size();) {
    const auto letter = letter_at(name, at);
    at += letter.bytes;
    for (char c : letter.words) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (counts) reference += c;
      if (!counts && !reference.empty() && reference.back() != '-') reference += '-';
    }
  }
  if (reference.size() > longest) reference.resize(longest);
  while (!reference.empty() && reference.back() == '-') reference.pop_back();
  return reference;
}

}  // namespace review
