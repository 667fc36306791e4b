#include "libreview/journal/head.hpp"

#include <fmt/format.h>

#include <charconv>

#include "libreview/store/digest.hpp"

namespace review {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace

std::string head_line(const Head& head) { return fmt::format("{} {}", head.size, head.root_hex); }

Result<Head> parse_head(std::string_view line) {
  const auto text = trimmed(line);
  const auto blank = text.find(' ');
  Head head;
  const auto* const begin = text.data();
  const auto* const end = begin + (blank == std::string_view::npos ? 0 : blank);
  const auto [stop, error] = std::from_chars(begin, end, head.size);
  if (error != std::errc{} || stop != end || head.size < 0 || !digest_from_hex(text.substr(blank + 1))) {
    return refuse(Code::malformed, "A head is a size and a root of 64 hexadecimal digits, for example `12 5dc9…4328`.");
  }
  head.root_hex = text.substr(blank + 1);
  return head;
}

}  // namespace review
