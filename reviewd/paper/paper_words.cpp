#include "reviewd/paper/paper_words.hpp"

#include <boost/json/object.hpp>

namespace reviewd {
namespace {

constexpr unsigned char first_printable = 0x20;
/// U+FFFE and U+FFFF begin so.
constexpr std::string_view no_character = "\xEF\xBF";

bool is_no_character(std::string_view at) {
  return at.starts_with(no_character) && at.size() > 2 && (at[2] == '\xBE' || at[2] == '\xBF');
}

}  // namespace

std::string paper_words(std::string_view words) {
  std::string plain;
  plain.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    if (is_no_character(words.substr(at))) {
      at += no_character.size();
    } else if (static_cast<unsigned char>(c) >= first_printable || c == '\n' || c == '\t') {
      plain.push_back(c);
    }
  }
  return plain;
}

boost::json::array paper_lines(std::string_view words) {
  auto left = paper_words(words);
  while (!left.empty() && left.back() == '\n') left.pop_back();
  boost::json::array lines;
  for (std::size_t from = 0;;) {
    const auto end = left.find('\n', from);
    lines.push_back(boost::json::object{{"line", left.substr(from, end - from)}, {"more", end != std::string::npos}});
    if (end == std::string::npos) return lines;
    from = end + 1;
  }
}

}  // namespace reviewd
