#include "reviewd/web/frame/kept_form.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/session_cookie.hpp"

namespace reviewd {

KeptForm kept_form(const NameValues& asking) {
  KeptForm kept{value_of(asking, "formAddress"), value_of(asking, "formBody")};
  if (safe_address(kept.address) != kept.address) return {};
  return kept;
}

std::optional<Request> request_of(const KeptForm& kept, const Request& asking, const std::string& line_before,
                                  const std::string& line) {
  const auto values = form_values(kept.body);
  if (!values || !is_form_token(value_of(*values, "formToken"), line_before)) return std::nullopt;
  const auto mark = kept.address.find('?');
  const auto query = mark == std::string::npos ? std::string() : kept.address.substr(mark + 1);
  const auto path = kept.address.substr(0, mark);
  auto segments = path_segments(path);
  auto parameters = query_parameters(query);
  if (!segments || !parameters) return std::nullopt;
  Request request = asking;
  request.target = kept.address;
  request.path = path;
  request.segments = std::move(*segments);
  request.query = query;
  request.parameters = std::move(*parameters);
  request.body = kept.body;
  for (auto& [name, value] : request.headers) {
    if (const auto at = value.find(line_before); at != std::string::npos) value.replace(at, line_before.size(), line);
  }
  return request;
}

}  // namespace reviewd
