#include <algorithm>
#include <array>

#include "reviewd/http/ascii.hpp"
#include "reviewd/http/guard.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

constexpr std::array<std::string_view, 7> known_methods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
constexpr std::array<std::string_view, 2> refused_methods = {"TRACE", "CONNECT"};

bool visible(char c) { return c > ' ' && c < 0x7F; }

/// A query may hold any visible character but `#`: people type filters with raw quotes and angle brackets.
bool in_query(char c) { return visible(c) && c != '#'; }

bool in_path(char c) { return in_query(c) && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos; }

std::optional<Refused> read_method(std::string_view method, RequestHead& head) {
  if (!is_token(method)) return Refused{Fault::malformed, "The request line does not start with a method."};
  if (std::find(refused_methods.begin(), refused_methods.end(), method) != refused_methods.end()) {
    return Refused{Fault::method_refused, "TRACE and CONNECT are not taken."};
  }
  if (std::find(known_methods.begin(), known_methods.end(), method) == known_methods.end()) {
    return Refused{Fault::method_unknown, "Methods are written in capitals: GET, POST, PUT."};
  }
  head.method = method;
  return std::nullopt;
}

std::optional<Refused> read_version(std::string_view version, RequestHead& head) {
  const bool shaped = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                      version[6] == '.' && is_digit(version[7]);
  if (!shaped) return Refused{Fault::malformed, "The request line does not end with HTTP/1.1."};
  if (version[5] != '1' || version[7] > '1') return Refused{Fault::version_unknown, "Use HTTP/1.1."};
  head.minor = version[7] - '0';
  return std::nullopt;
}

/// Where path and query start; `check_host` compares the authority of the absolute form.
std::optional<std::string_view> after_authority(std::string_view target) {
  if (target.starts_with('/')) return target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const auto rest = target.substr(scheme.size());
    return rest.substr(std::min(rest.find_first_of("/?"), rest.size()));
  }
  return std::nullopt;
}

std::optional<Refused> read_target(std::string_view target, RequestHead& head) {
  if (!std::all_of(target.begin(), target.end(), in_query)) {
    return Refused{Fault::malformed, "The address holds a character that must be percent-encoded."};
  }
  head.target = target;
  if (target == "*" && head.method == "OPTIONS") {
    head.path = "*";
    head.segments = {"*"};
    return std::nullopt;
  }
  const auto local = after_authority(target);
  if (!local) return Refused{Fault::malformed, "The address starts with a slash."};
  const auto mark = local->find('?');
  const auto path = local->substr(0, mark);
  head.path = path.empty() ? "/" : path;
  if (mark != std::string_view::npos) head.query = local->substr(mark + 1);
  auto segments = path_segments(head.path);
  if (!std::all_of(path.begin(), path.end(), in_path) || !segments) {
    return Refused{Fault::malformed, "The path of the address is not properly percent-encoded."};
  }
  auto parameters = query_parameters(head.query);
  if (!parameters) return Refused{Fault::malformed, "The query of the address is not properly percent-encoded."};
  head.segments = std::move(*segments);
  head.parameters = std::move(*parameters);
  return std::nullopt;
}

}  // namespace

std::optional<Refused> read_request_line(std::string_view line, const Limits& limits, RequestHead& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return Refused{Fault::malformed, "The request line is: method, address, HTTP/1.1."};
  }
  const auto target = line.substr(first + 1, last - first - 1);
  if (target.size() > static_cast<std::size_t>(limits.target_bytes)) {
    return Refused{Fault::target_too_long, "Use a shorter query, or send less in the address."};
  }
  if (auto refused = read_version(line.substr(last + 1), head)) return refused;
  if (auto refused = read_method(line.substr(0, first), head)) return refused;
  return read_target(target, head);
}

}  // namespace reviewd
