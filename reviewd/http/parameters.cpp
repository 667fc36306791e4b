#include "reviewd/http/parameters.hpp"

#include <algorithm>

#include "reviewd/http/ascii.hpp"

namespace reviewd {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lowered(c);
  return out;
}

/// Takes a quoted text off the front, which begins behind its first quote.
std::optional<std::string> quoted(std::string_view& rest) {
  std::string out;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '"') return out;
    const bool escape = c == '\\' && !rest.empty() && (rest.front() == '"' || rest.front() == '\\');
    out += escape ? rest.front() : c;
    if (escape) rest.remove_prefix(1);
  }
  return std::nullopt;
}

std::optional<std::string> value_at(std::string_view& rest) {
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return quoted(rest);
  }
  const auto end = std::min(rest.find_first_of("; \t"), rest.size());
  const auto token = rest.substr(0, end);
  rest.remove_prefix(end);
  if (!is_token(token)) return std::nullopt;
  return std::string(token);
}

}  // namespace

const std::string* Parameters::find(std::string_view name) const {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [&](const auto& one) { return one.first == name; });
  return found == parameters.end() ? nullptr : &found->second;
}

std::optional<Parameters> read_parameters(std::string_view text) {
  const auto end = std::min(text.find(';'), text.size());
  Parameters out{lower(trimmed(text.substr(0, end)))};
  if (out.value.empty()) return std::nullopt;
  auto rest = trimmed(text.substr(end));
  while (!rest.empty()) {
    if (rest.front() != ';') return std::nullopt;
    rest = trimmed(rest.substr(1));
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos || !is_token(rest.substr(0, equals))) return std::nullopt;
    auto name = lower(rest.substr(0, equals));
    rest.remove_prefix(equals + 1);
    auto value = value_at(rest);
    if (!value || out.find(name) != nullptr) return std::nullopt;
    out.parameters.emplace_back(std::move(name), std::move(*value));
    rest = trimmed(rest);
  }
  return out;
}

}  // namespace reviewd
