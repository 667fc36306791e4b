#include "libreview/past/plain_words.hpp"

#include <algorithm>

namespace review {
namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_of_a_word(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string without_blanks(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return std::string(text);
    }
  }
}

std::string plain_words(std::string_view text) {
  std::string all;
  for (const char c : without_blanks(text)) {
    if (is_of_a_word(static_cast<unsigned char>(c))) {
      all += small(c);
    } else if (!all.empty() && all.back() != ' ') {
      all += ' ';
    }
  }
  return without_blanks(all);
}

std::vector<std::string> parts_of_cell(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  while (!text.empty() && parts.size() <= most_parts_of_cell) {
    const auto end = std::min(text.find_first_of(between), text.size());
    if (auto part = without_blanks(text.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string beginning_of(std::string_view text) {
  constexpr std::size_t most = 100;
  if (text.size() <= most) return std::string(text);
  auto end = most;
  while (end > 0 && continues_letter(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace review
