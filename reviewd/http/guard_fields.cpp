#include <algorithm>
#include <array>

#include "reviewd/http/ascii.hpp"
#include "reviewd/http/guard.hpp"

namespace reviewd {
namespace {

/// Fields that decide something and have one value: two of them would let two readers decide differently.
constexpr std::array<std::string_view, 12> at_most_once = {
    "host",   "content-length",  "content-type", "transfer-encoding",   "content-encoding", "authorization",
    "expect", "idempotency-key", "if-match",     "if-unmodified-since", "origin",           "cookie"};

std::optional<Refused> read_field(std::string_view line, RequestHead& head) {
  if (line.starts_with(' ') || line.starts_with('\t')) {
    return Refused{Fault::malformed, "A header field may not be folded over two lines."};
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return Refused{Fault::malformed, "A header field is: name, colon, value."};
  }
  head.fields.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
  return std::nullopt;
}

bool is_host(std::string_view host) {
  const bool bracketed = host.starts_with('[');
  if (bracketed && host.find(']') == std::string_view::npos) return false;
  const auto name = bracketed ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  const auto port = host.substr(name.size());
  const auto in_name = [&](char c) {
    const char low = lowered(c);
    return is_digit(c) || (low >= 'a' && low <= 'z') || c == '-' || c == '.' || c == '_' ||
           (bracketed && (c == ':' || c == '[' || c == ']'));
  };
  if (name.empty() || !std::all_of(name.begin(), name.end(), in_name)) return false;
  if (port.empty()) return true;
  return port.front() == ':' && port.size() <= 6 && std::all_of(port.begin() + 1, port.end(), is_digit);
}

std::string_view without_port(std::string_view host) {
  return host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
}

}  // namespace

std::optional<Refused> read_fields(std::string_view lines, const Limits& limits, RequestHead& head) {
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    if (head.fields.size() == static_cast<std::size_t>(limits.header_fields)) {
      return Refused{Fault::header_too_large, "The header has more fields than this service takes."};
    }
    if (auto refused = read_field(lines.substr(0, end), head)) return refused;
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 2);
  }
  for (const auto name : at_most_once) {
    if (head.count(name) > 1) return Refused{Fault::malformed, "A header field that may stand once stands twice."};
  }
  return std::nullopt;
}

std::optional<Refused> check_host(const Limits& limits, RequestHead& head) {
  const auto host = head.field("host");
  if (!host && head.minor == 1) return Refused{Fault::malformed, "The Host field is missing."};
  if (host && !is_host(*host)) return Refused{Fault::malformed, "The Host field is not a host name."};
  const auto scheme_end = head.target.find("://");
  if (!head.target.starts_with('/') && scheme_end != std::string::npos) {
    const auto rest = std::string_view(head.target).substr(scheme_end + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?"));
    if (!host || !is_host(authority) || !same_ignoring_case(authority, *host)) {
      return Refused{Fault::malformed, "The address and the Host field name different hosts."};
    }
  }
  if (limits.allowed_hosts.empty()) return std::nullopt;
  const bool allowed =
      host && std::any_of(limits.allowed_hosts.begin(), limits.allowed_hosts.end(),
                          [&](const std::string& each) { return same_ignoring_case(each, without_port(*host)); });
  if (!allowed) return Refused{Fault::misdirected, "Ask under one of the names that the service is set up for."};
  return std::nullopt;
}

}  // namespace reviewd
