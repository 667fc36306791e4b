#include "libreview/rehearsal/stranger_text.hpp"

namespace review {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string plain(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const bool blank = static_cast<unsigned char>(byte) <= ' ' || byte == '\x7f';
    if (!blank) {
      out += byte;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

TextExcerpt excerpt_of(const std::string& text, std::size_t from, std::size_t to, int context) {
  const auto room = static_cast<std::size_t>(context);
  std::size_t begin = from > room ? from - room : 0;
  while (begin < from && continues(text[begin])) ++begin;
  std::size_t end = std::min(text.size(), to + room);
  while (end > to && end < text.size() && continues(text[end])) --end;
  const std::string_view all = text;
  return {plain(all.substr(begin, from - begin)), plain(all.substr(from, to - from)), plain(all.substr(to, end - to))};
}

}  // namespace review
