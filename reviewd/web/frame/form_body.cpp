#include "reviewd/web/frame/form_body.hpp"

#include <algorithm>

#include "reviewd/base/utf8.hpp"
#include "reviewd/http/ascii.hpp"
#include "reviewd/http/multipart.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

/// Decodes line by line, since a line itself is held to the rules of a query.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  const auto piece = [&](std::size_t to) {
    const auto part = percent_decoded(text.substr(from, to - from), Plus::is_space);
    if (part) out += *part;
    return part.has_value();
  };
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const auto escape = text.substr(at, 3);
    const bool line = escape == "%0A" || escape == "%0a";
    const bool tab = escape == "%09";
    const bool dropped = escape == "%0D" || escape == "%0d";
    if (!line && !tab && !dropped) continue;
    if (!piece(at)) return std::nullopt;
    if (line) out += '\n';
    if (tab) out += '\t';
    from = at + 3;
    at += 2;
  }
  if (!piece(text.size())) return std::nullopt;
  return out;
}

}  // namespace

std::optional<NameValues> form_values(std::string_view body) {
  NameValues values;
  while (!body.empty()) {
    const auto end = std::min(body.find('&'), body.size());
    const auto pair = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals));
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return std::nullopt;
    values.emplace_back(std::move(*name), std::move(*value));
  }
  return values;
}

std::optional<NameValues> form_values_beside_files(const Request& request) {
  const auto parts = read_multipart(request.header("Content-Type").value_or(""), request.body);
  if (!parts) return std::nullopt;
  NameValues values;
  for (const auto& part : *parts) {
    if (part.file_name) continue;
    std::string value(part.content);
    std::erase(value, '\r');
    const bool broken =
        std::any_of(value.begin(), value.end(), [](char c) { return is_control(c) && c != '\n' && c != '\t'; });
    if (broken || !is_utf8(value)) return std::nullopt;
    values.emplace_back(part.name, std::move(value));
  }
  return values;
}

std::string value_of(const NameValues& values, std::string_view name) {
  const auto found = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == name; });
  return found == values.end() ? std::string() : found->second;
}

}  // namespace reviewd
