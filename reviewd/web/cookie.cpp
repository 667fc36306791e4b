#include "reviewd/web/cookie.hpp"

#include <algorithm>

namespace reviewd {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_cookie_field(std::string_view name) {
  constexpr std::string_view field = "cookie";
  return name.size() == field.size() && std::equal(name.begin(), name.end(), field.begin(),
                                                   [](char left, char right) { return (left | 0x20) == right; });
}

}  // namespace

std::string cookie_of(const Request& request, std::string_view wanted) {
  std::string found;
  for (const auto& [name, value] : request.headers) {
    if (!is_cookie_field(name)) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(';'), rest.size());
      const auto pair = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (pair.size() <= wanted.size() || !pair.starts_with(wanted) || pair[wanted.size()] != '=') continue;
      if (!found.empty()) return {};
      found = pair.substr(wanted.size() + 1);
    }
  }
  return found;
}

}  // namespace reviewd
