#include "reviewd/web/frame/cookie.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reviewd {
namespace {

constexpr std::string_view guards = "; Path=/; Secure; HttpOnly; SameSite=Strict";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_cookie_header(std::string_view name) {
  return name.size() == 6 &&
         std::equal(name.begin(), name.end(), "cookie", [](char left, char right) { return (left | 0x20) == right; });
}

}  // namespace

std::string cookie_of(const Request& request, std::string_view name) {
  std::string found;
  for (const auto& [header, value] : request.headers) {
    if (!is_cookie_header(header)) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(';'), rest.size());
      const auto pair = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (pair.size() <= name.size() || pair.substr(0, name.size()) != name || pair[name.size()] != '=') continue;
      if (!found.empty()) return {};
      found = pair.substr(name.size() + 1);
    }
  }
  return found;
}

void set_cookie(Response& response, std::string_view name, std::string_view value,
                std::optional<std::chrono::seconds> kept) {
  auto line = fmt::format("{}={}{}", name, value, guards);
  if (kept) line += fmt::format("; Max-Age={}", kept->count());
  response.headers.emplace_back("Set-Cookie", std::move(line));
}

void clear_cookie(Response& response, std::string_view name) {
  set_cookie(response, name, "", std::chrono::seconds{0});
}

}  // namespace reviewd
