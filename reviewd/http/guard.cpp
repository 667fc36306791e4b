#include "reviewd/http/guard.hpp"

#include <algorithm>

#include "reviewd/http/ascii.hpp"

namespace reviewd {

std::optional<std::string_view> RequestHead::field(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (same_ignoring_case(key, name)) return value;
  }
  return std::nullopt;
}

std::size_t RequestHead::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count_if(
      fields.begin(), fields.end(), [&](const auto& field) { return same_ignoring_case(field.first, name); }));
}

std::optional<Refused> hopeless(std::string_view partial, const Limits& limits) {
  for (std::size_t i = 0; i < partial.size(); ++i) {
    const char c = partial[i];
    if (c == '\n' && (i == 0 || partial[i - 1] != '\r')) return Refused{Fault::malformed, "A line ends with CR LF."};
    if (c == '\r' && i + 1 < partial.size() && partial[i + 1] != '\n') {
      return Refused{Fault::malformed, "A line ends with CR LF."};
    }
    if (is_control(c) && c != '\r' && c != '\n' && c != '\t') {
      return Refused{Fault::malformed, "The header holds a control character."};
    }
  }
  if (partial.size() <= static_cast<std::size_t>(limits.header_bytes)) return std::nullopt;
  const auto line = partial.substr(0, partial.find("\r\n"));
  const auto space = line.find(' ');
  const auto target = space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
  if (target.substr(0, target.find(' ')).size() > static_cast<std::size_t>(limits.target_bytes)) {
    return Refused{Fault::target_too_long, "Use a shorter query, or send less in the address."};
  }
  return Refused{Fault::header_too_large, "The header is longer than this service takes."};
}

Guarded<RequestHead> examine(std::string_view section, const Limits& limits) {
  if (auto refused = hopeless(section, limits)) return tl::unexpected(*refused);
  const auto line_end = section.find("\r\n");
  if (line_end == std::string_view::npos || !section.ends_with("\r\n\r\n")) {
    return tl::unexpected(Refused{Fault::malformed, "The header has no end."});
  }
  RequestHead head;
  if (auto refused = read_request_line(section.substr(0, line_end), limits, head)) return tl::unexpected(*refused);
  const auto lines = section.substr(line_end + 2, section.size() - line_end - 4);
  if (auto refused = read_fields(lines, limits, head)) return tl::unexpected(*refused);
  if (auto refused = check_host(limits, head)) return tl::unexpected(*refused);
  if (auto refused = check_framing(limits, head)) return tl::unexpected(*refused);
  return head;
}

}  // namespace reviewd
