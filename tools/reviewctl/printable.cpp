#include "tools/reviewctl/printable.hpp"

namespace reviewctl {
namespace {

/// Bytes of a character that is not shown as it is; 0 where the one at the front is harmless.
std::size_t harmful(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) return 2;
  const bool turns = byte(0) == 0xe2 && ((byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae) ||
                                         (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9));
  return turns ? 3 : 0;
}

}  // namespace

std::string printable(std::string_view text, Breaks breaks) {
  std::string out;
  while (!text.empty()) {
    const auto bytes = harmful(text);
    if (bytes == 0 || (breaks == Breaks::kept && text.front() == '\n')) {
      out += text.front();
      text.remove_prefix(1);
    } else {
      out += ' ';
      text.remove_prefix(bytes);
    }
  }
  return out;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char byte : text) width += (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U ? 1 : 0;
  return width;
}

}  // namespace reviewctl
