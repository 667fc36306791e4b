#include "reviewd/documents/decoded_html.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

#include "reviewd/documents/html_names.hpp"
#include "reviewd/http/ascii.hpp"

namespace reviewd {
namespace {

/// No name of the table is longer, and none shorter.
constexpr std::size_t longest_name = 16;
constexpr std::size_t shortest_name = 2;
constexpr std::uint32_t last_sign = 0x10FFFF;
constexpr std::uint32_t unreadable_sign = 0xFFFD;

/// A sign and how much of the source stood for it.
struct Reference {
  std::uint32_t sign;
  std::size_t length;
};

bool is_letter(char c) { return lowered(c) >= 'a' && lowered(c) <= 'z'; }

void put_utf8(std::uint32_t sign, std::string& out) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  const auto more = [&](unsigned shift) { byte(0x80U | (sign >> shift & 0x3FU)); };
  if (sign < 0x80) return byte(sign);
  if (sign < 0x800) {
    byte(0xC0U | sign >> 6U);
  } else if (sign < 0x10000) {
    byte(0xE0U | sign >> 12U);
    more(6);
  } else {
    byte(0xF0U | sign >> 18U);
    more(12);
    more(6);
  }
  more(0);
}

/// `&#108;` or `&#x6C;`; a browser needs no `;` there.
std::optional<Reference> by_number(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && lowered(text[2]) == 'x';
  const std::size_t from = hexadecimal ? 3 : 2;
  if (text.size() <= from) return std::nullopt;
  std::uint32_t sign = 0;
  const auto* const begin = text.data() + from;
  const auto [end, fault] = std::from_chars(begin, text.data() + text.size(), sign, hexadecimal ? 16 : 10);
  if (end == begin) return std::nullopt;
  const bool good = fault == std::errc() && sign > 0 && sign <= last_sign && (sign < 0xD800 || sign > 0xDFFF);
  auto length = static_cast<std::size_t>(end - text.data());
  if (length < text.size() && text[length] == ';') ++length;
  return Reference{good ? sign : unreadable_sign, length};
}

/// `&eacute;`. Without `;` the longest name that there is counts, as in a browser.
std::optional<Reference> by_name(std::string_view text, bool& unknown) {
  std::size_t end = 1;
  while (end < text.size() && end <= longest_name && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  if (end < text.size() && text[end] == ';') {
    const auto sign = html_name(text.substr(1, end - 1));
    unknown = unknown || (!sign && end > 1);
    return sign ? std::optional(Reference{*sign, end + 1}) : std::nullopt;
  }
  for (auto length = end - 1; length >= shortest_name; --length) {
    if (const auto sign = html_name(text.substr(1, length))) return Reference{*sign, 1 + length};
  }
  return std::nullopt;
}

}  // namespace

std::string decoded_html(std::string_view text, bool& unknown) {
  std::string out;
  while (!text.empty()) {
    const auto mark = text.find('&');
    out += text.substr(0, mark);
    if (mark == std::string_view::npos) break;
    text.remove_prefix(mark);
    const auto found = text.starts_with("&#") ? by_number(text) : by_name(text, unknown);
    if (found) {
      put_utf8(found->sign, out);
    } else {
      out += '&';
    }
    text.remove_prefix(found ? found->length : 1);
  }
  return out;
}

}  // namespace reviewd
