#include "reviewd/http/asked_here.hpp"

#include <algorithm>
#include <array>

#include "reviewd/base/options.hpp"

namespace reviewd {
namespace {

/// What proxies add.
constexpr std::array<std::string_view, 6> handed_on = {"Forwarded",         "X-Forwarded-For", "X-Forwarded-Host",
                                                       "X-Forwarded-Proto", "X-Real-IP",       "Via"};

/// The name or address of a Host header, without its port.
std::string host_of(const std::string& header) {
  if (header.starts_with('[')) return header.substr(1, header.find(']') - 1);
  return header.substr(0, header.find(':'));
}

}  // namespace

bool is_asked_here(const Request& request) {
  if (!is_loopback(request.peer)) return false;
  const auto adds = [&](std::string_view name) { return request.header(name).has_value(); };
  if (std::any_of(handed_on.begin(), handed_on.end(), adds)) return false;
  const auto host = host_of(request.header("Host").value_or(""));
  return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

}  // namespace reviewd
